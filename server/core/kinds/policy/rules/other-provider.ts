import type { Rule } from '../../../model.ts';
import { propertiesOf } from '../../../syntax/node.ts';
import { policyKeys } from '../catalogue.ts';
import { bedrockSso, providerOf, showsAllKeys } from '../providers.ts';

/** What signs in to Bedrock and not to Mantle, though both are AWS: whoever writes it relies on it. */
const notOnMantle = [...Object.keys(bedrockSso), 'inferenceBedrockProfile', 'inferenceBedrockAwsDir'];

/** Sources: https://claude.com/docs/third-party/claude-desktop/configuration and …/mantle */
export const otherProvider: Rule = {
  id: 'policy/other-provider',
  severity: 'info',
  scope: 'document',
  *check({ root, edit }) {
    const provider = providerOf(root);
    // In the nested format backends share places: a gateway's key stands where that of the Claude API does.
    if (!provider || !showsAllKeys(root)) return;
    for (const property of propertiesOf(root)) {
      const providers = policyKeys.get(property.key)?.providers;
      if (!providers || providers.includes(provider)) continue;
      const isSignIn = provider === 'mantle' && notOnMantle.includes(property.key);
      yield {
        range: property.keyNode.range,
        message: isSignIn
          ? 'Mantle ignores this sign-in: it takes `inferenceBedrockBearerToken` or `inferenceCredentialHelper` alone.'
          : `This key belongs to ${providers.join(' and ')}. With \`inferenceProvider\` ${provider} it is ignored.`,
        ...(isSignIn && { severity: 'warning' }),
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)] }],
      };
    }
  },
};
