import type { Rule } from '../../../model.ts';
import { optionChoices } from '../../shared/plugin/optionChecks.ts';

export const choicesOfOption: Rule = {
  id: 'plugin/option-choices',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    yield* optionChoices(root);
  },
};
