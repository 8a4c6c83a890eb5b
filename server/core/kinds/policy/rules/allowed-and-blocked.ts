import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isSite } from '../../../policy/hostPatterns.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, itemsOf, type Node, stringOf } from '../../../syntax/node.ts';

const pairs = [
  ['allowedPluginMcpServers', 'deniedPluginMcpServers'],
  ['builtinBrowserAllowedDomains', 'builtinBrowserBlockedDomains'],
] as const;

/** The app accepts both lists silently, and which one takes precedence is not documented. */
export const allowedAndBlocked: Rule = {
  id: 'policy/allowed-and-blocked',
  severity: 'hint',
  source: ['our-reading'],
  certainty: 'reading',
  impact: 'works-differently',
  scope: 'document',
  *check({ root }): Generator<Problem> {
    for (const [allowing, blocking] of pairs) {
      const blocked = new Set(itemsOf(child(root, blocking)).map((item) => textOf(item).text));
      for (const item of itemsOf(child(root, allowing))) {
        const { node, text } = textOf(item);
        if (text === '' || isPlaceholder(text) || !blocked.has(text) || (node === item && !isSite(text))) continue;
        const message = `\`${blocking}\` also has this entry, and which list takes precedence is not documented. Remove it from one of them.`;
        yield { range: node.range, message };
      }
    }
  },
};

/** Returns what an entry names: the URL of a row, or a site. */
function textOf(item: Node): { readonly node: Node; readonly text: string } {
  const node = child(item, 'serverUrl') ?? item;
  return { node, text: stringOf(node)?.toLowerCase() ?? '' };
}
