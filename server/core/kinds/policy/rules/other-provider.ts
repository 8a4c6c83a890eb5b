import type { Rule } from '../../../model.ts';
import { bedrockSso } from '../../../policy/providers.ts';
import { foreignKeys } from '../../../policy/standing.ts';

/** Keys that sign in to Bedrock but not to Mantle, although both are AWS, so that policies rely on them by mistake. */
const notOnMantle = [...Object.keys(bedrockSso), 'inferenceBedrockProfile', 'inferenceBedrockAwsDir'];

export const otherProvider: Rule = {
  id: 'policy/other-provider',
  severity: 'info',
  source: ['desktop/configuration', 'desktop/mantle'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'document',
  *check({ root, edit }) {
    for (const { property, provider, providers } of foreignKeys(root)) {
      const isSignIn = provider === 'mantle' && notOnMantle.includes(property.key);
      yield {
        range: property.keyNode.range,
        message: isSignIn
          ? 'Mantle ignores this sign-in: it accepts only `inferenceBedrockBearerToken` or `inferenceCredentialHelper`.'
          : `This key belongs to ${providers.join(' and ')}. With \`inferenceProvider\` ${provider} it is ignored.`,
        ...(isSignIn && { severity: 'warning' }),
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)] }],
      };
    }
  },
};
