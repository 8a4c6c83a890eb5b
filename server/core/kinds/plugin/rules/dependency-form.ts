import type { Rule } from '../../../model.ts';
import { dependencyForms } from '../../shared/plugin/dependencyChecks.ts';

/** The validator of Claude Code rejects other forms. */
export const dependencyForm: Rule = {
  id: 'plugin/dependency-form',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    yield* dependencyForms(root, edit);
  },
};
