import type { Rule } from '../../../model.ts';
import { optionNames } from '../../shared/plugin/optionChecks.ts';

/** The validator of Claude Code rejects other names. */
export const optionName: Rule = {
  id: 'plugin/option-name',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    yield* optionNames(root, edit);
  },
};
