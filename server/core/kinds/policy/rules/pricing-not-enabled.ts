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
    // Whoever writes `false` has switched the estimate off and keeps the prices.
    if (!prices || setAt(root, 'inferenceModelPricingEnabled')) return;
    yield {
      range: prices.keyNode.range,
      message:
        'Since 1.44121.1 prices count only with `inferenceModelPricingEnabled` true: users see tokens and no cost.',
      fixes: [
        {
          title: 'Add `inferenceModelPricingEnabled` true',
          edits: addAll(edit, root, { inferenceModelPricingEnabled: true }),
          inFixAll: true,
        },
      ],
    };
  },
};
