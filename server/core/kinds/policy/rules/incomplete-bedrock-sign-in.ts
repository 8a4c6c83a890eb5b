import type { Rule } from '../../../model.ts';
import { addAll, bedrockSso, fetchesBootstrap, listed, missingOf, showsAllKeys } from '../../../policy/providers.ts';
import { setAt, textAt } from '../../../policy/readValue.ts';

export const incompleteBedrockSignIn: Rule = {
  id: 'policy/incomplete-bedrock-sign-in',
  severity: 'warning',
  source: ['cowork/bedrock-aws-sign-in'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    // Other providers read none of these keys.
    if ((textAt(root, 'inferenceProvider') ?? 'bedrock') !== 'bedrock') return;
    if (fetchesBootstrap(root) || !showsAllKeys(root)) return;
    const keys = Object.keys(bedrockSso);
    const missing = missingOf(root, keys);
    const first = keys.map((key) => setAt(root, key)).find((property) => property !== undefined);
    if (!first || missing.length === 0) return;
    yield {
      range: first.keyNode.range,
      message: `AWS sign-in requires four keys, but ${listed(missing)} ${missing.length > 1 ? 'are' : 'is'} missing. The app silently ignores the others, so users cannot sign in.`,
      fixes: [
        {
          title:
            missing.length > 1
              ? `Add the ${missing.length} keys, with values to fill in`
              : `Add \`${missing[0]}\`, with a value to fill in`,
          edits: addAll(edit, root, Object.fromEntries(missing.map((key) => [key, bedrockSso[key]]))),
        },
      ],
    };
  },
};
