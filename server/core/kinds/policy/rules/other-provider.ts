import type { Rule } from '../../../model.ts';
import { propertiesOf } from '../../../syntax/node.ts';
import { otherProvidersOf, providerOf } from '../standing.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration */
export const otherProvider: Rule = {
  id: 'policy/other-provider',
  severity: 'info',
  scope: 'document',
  *check({ root, edit }) {
    const provider = providerOf(root);
    for (const property of propertiesOf(root)) {
      const providers = otherProvidersOf(property.key, provider);
      if (!providers) continue;
      yield {
        range: property.keyNode.range,
        message: `This key belongs to ${providers.join(' and ')}. With \`inferenceProvider\` ${provider} it is ignored.`,
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)] }],
      };
    }
  },
};
