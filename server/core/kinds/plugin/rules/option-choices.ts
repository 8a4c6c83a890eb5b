import type { Rule } from '../../../model.ts';
import { optionChoices } from '../../shared/plugin/optionChecks.ts';

/** Source: the validator of Claude Code. */
export const choicesOfOption: Rule = {
  id: 'plugin/option-choices',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    yield* optionChoices(root);
  },
};
