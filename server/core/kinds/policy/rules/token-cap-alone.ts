import type { Rule } from '../../../model.ts';
import { showsAllKeys } from '../../../policy/providers.ts';
import { setAt } from '../../../policy/readValue.ts';

const pair = ['inferenceMaxTokensPerWindow', 'inferenceTokenWindowHours'] as const;

/** The app silently accepts only one of them. */
export const tokenCapAlone: Rule = {
  id: 'policy/token-cap-alone',
  severity: 'warning',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root }) {
    if (!showsAllKeys(root)) return;
    const [tokens, hours] = pair.map((key) => setAt(root, key));
    const alone = tokens && !hours ? tokens : hours && !tokens ? hours : undefined;
    if (!alone) return;
    const other = pair.find((key) => key !== alone.key);
    yield { range: alone.keyNode.range, message: `Without \`${other}\` this has no effect. Set both.` };
  },
};
