import type { Rule } from '../../../model.ts';
import { dependencyForms } from '../../shared/plugin/dependencyChecks.ts';
import { entriesOf } from '../entries.ts';

/** A dependency is `"name"`, `"name@marketplace"` or an object; the validator rejects other forms. */
export const dependencyForm: Rule = {
  id: 'marketplace/dependency-form',
  severity: 'error',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { node } of entriesOf(root)) yield* dependencyForms(node, edit);
  },
};
