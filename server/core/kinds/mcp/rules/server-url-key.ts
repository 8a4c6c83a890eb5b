import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { serverMap, serversOf, urlWords } from '../../shared/servers.ts';

/** Source: https://github.com/anthropics/claude-code/issues/39039; https://code.claude.com/docs/en/mcp (`url` is required). */
export const serverUrlKey: Rule = {
  id: 'mcp/server-url-key',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      if (property(entry, 'url') || property(entry, 'command')) continue;
      const other = entry.properties.find(({ key }) => urlWords.some((word) => word === key));
      if (!other) continue;
      yield {
        range: other.keyNode.range,
        message: `The address of a server is called \`url\`. With \`${other.key}\` \`${name}\` has no address and is skipped.`,
        fixes: [{ title: 'Rename to `url`', edits: [edit.renameKey(other, 'url')], inFixAll: true }],
      };
    }
  },
};
