import type { Rule } from '../../../model.ts';
import { isAlias, modelsOf, providerOf } from '../../../policy/providers.ts';
import { booleanAt } from '../../../policy/readValue.ts';
import { property } from '../../../syntax/node.ts';

export const supports1mOnAlias: Rule = {
  id: 'policy/supports-1m-on-alias',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root }) {
    // Without discovery, the short name itself is the mistake.
    if (booleanAt(root, 'modelDiscoveryEnabled') === false || providerOf(root) === 'foundry') return;
    for (const { name, entry } of modelsOf(root)) {
      const supports = property(entry, 'supports1m');
      if (!supports || !isAlias(name) || booleanAt(entry, 'supports1m') !== true) continue;
      yield {
        range: supports.keyNode.range,
        message: `The provider lists the model by its full ID, so this does not apply through the alias \`${name}\`: users are not offered the 1M variant. Use the full model ID.`,
      };
    }
  },
};
