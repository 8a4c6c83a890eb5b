import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';
import { isUrlWord } from './server-url-key.ts';

/** Source: https://code.claude.com/docs/en/mcp (a server has a `command`, or a `type` and a `url`). */
export const nothingToReach: Rule = {
  id: 'mcp/nothing-to-reach',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    for (const { name, property: server, entry } of serversOf(serverMap(root))) {
      const known = ['command', 'url', 'type', 'transport'].some((key) => property(entry, key));
      if (known || entry.properties.some(({ key }) => isUrlWord(key))) continue;
      const program = property(entry, 'cmd') ?? property(entry, 'program');
      yield {
        range: (program ?? server).keyNode.range,
        message: `\`${name}\` has neither a \`command\` to start nor a \`type\` and a \`url\` to call, so it is skipped.`,
        ...(program && {
          fixes: [{ title: 'Rename to `command`', edits: [edit.renameKey(program, 'command')], inFixAll: true }],
        }),
      };
    }
  },
};
