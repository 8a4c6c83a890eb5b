import type { Rule } from '../../../model.ts';
import { dependencyForms } from '../../shared/plugin/dependencyChecks.ts';
import { entriesOf } from '../entries.ts';

/** Source: https://code.claude.com/docs/en/plugins/marketplace-reference (`"name"`, `"name@marketplace"` or an object); the validator refuses other forms. */
export const dependencyForm: Rule = {
  id: 'marketplace/dependency-form',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    for (const { node } of entriesOf(root)) yield* dependencyForms(node, edit);
  },
};
