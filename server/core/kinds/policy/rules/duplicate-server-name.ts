import type { Rule, RuleContext } from '../../../model.ts';
import { child, type Node, type ObjectNode, stringOf } from '../../../syntax/node.ts';

/**
 * Names differ by exact case; an entry that is dropped for another reason does not count. Source: the app's own validator.
 * @param kept the entries that the app keeps.
 */
export const duplicateServerName = (kept: (context: RuleContext) => readonly ObjectNode[]): Rule => ({
  id: 'policy/duplicate-server-name',
  severity: 'error',
  scope: 'document',
  *check(context) {
    const first = new Map<string, Node>();
    for (const entry of kept(context)) {
      const name = child(entry, 'name');
      const text = stringOf(name);
      if (!name || !text) continue;
      const earlier = first.get(text);
      if (!earlier) {
        first.set(text, name);
        continue;
      }
      yield {
        range: name.range,
        message: `A second server is called \`${text}\`. The app then cannot read \`managedMcpServers\` at all: no managed server runs. Give each its own name.`,
        related: [{ uri: context.document.uri, range: () => earlier.range, message: 'The first one' }],
      };
    }
  },
});
