import type { Rule } from '../../../model.ts';
import { isAlias, modelsOf, providerOf } from '../../../policy/providers.ts';
import { booleanAt } from '../../../policy/readValue.ts';

export const aliasWithoutDiscovery: Rule = {
  id: 'policy/alias-without-discovery',
  severity: 'error',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root }) {
    if (booleanAt(root, 'modelDiscoveryEnabled') !== false) return;
    const provider = providerOf(root);
    // A Foundry deployment may have any name, and so may a gateway's model, though that is less likely.
    if (provider === 'foundry') return;
    for (const { name, node } of modelsOf(root)) {
      if (!isAlias(name)) continue;
      yield {
        range: node.range,
        message: `\`${name}\` is an alias, which the app looks up in the provider’s model list. With \`modelDiscoveryEnabled\` false there is no list, so the model is not found. Use the full model ID.`,
        ...(provider === 'gateway' && { severity: 'warning' }),
      };
    }
  },
};
