import type { Rule } from '../../../model.ts';
import { dependencyForms } from '../../shared/plugin/dependencyChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference; the validator of Claude Code refuses other forms. */
export const dependencyForm: Rule = {
  id: 'plugin/dependency-form',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    yield* dependencyForms(root, edit);
  },
};
