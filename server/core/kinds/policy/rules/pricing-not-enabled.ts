import type { Rule } from '../../../model.ts';
import { addAll } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

export const pricingNotEnabled: Rule = {
  id: 'policy/pricing-not-enabled',
  severity: 'warning',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    const prices = setAt(root, 'inferenceModelPricing') ?? setAt(root, 'inferenceModelPricingMultiplier');
    // An explicit `false` is a decision to keep the prices without the estimate.
    if (!prices || setAt(root, 'inferenceModelPricingEnabled')) return;
    yield {
      range: prices.keyNode.range,
      message:
        'Since 1.44121.1 prices are used only if `inferenceModelPricingEnabled` is true: users see tokens but no cost.',
      fixes: [
        {
          title: 'Set `inferenceModelPricingEnabled` to true',
          edits: addAll(edit, root, { inferenceModelPricingEnabled: true }),
          inFixAll: true,
        },
      ],
    };
  },
};
