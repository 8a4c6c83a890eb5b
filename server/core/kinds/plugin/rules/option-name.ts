import type { Rule } from '../../../model.ts';
import { optionNames } from '../../shared/plugin/optionChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (`userConfig`); the validator of Claude Code refuses other names. */
export const optionName: Rule = {
  id: 'plugin/option-name',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    yield* optionNames(root, edit);
  },
};
