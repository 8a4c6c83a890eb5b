import type { Rule } from '../../../model.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import { policyKeys } from '../catalogue.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration */
export const otherProvider: Rule = {
  id: 'policy/other-provider',
  severity: 'info',
  scope: 'document',
  *check({ root, edit }) {
    const provider = stringOf(child(root, 'inferenceProvider'));
    if (!provider || !['gateway', 'anthropic', 'bedrock', 'mantle', 'vertex', 'foundry'].includes(provider)) return;
    for (const property of propertiesOf(root)) {
      const providers = policyKeys.get(property.key)?.providers;
      if (!providers || providers.includes(provider)) continue;
      yield {
        range: property.keyNode.range,
        message: `This key belongs to ${providers.join(' and ')}. With \`inferenceProvider\` ${provider} it is ignored.`,
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)] }],
      };
    }
  },
};
