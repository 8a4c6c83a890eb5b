import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { serverMap, serversOf, urlWords } from '../../shared/servers.ts';

/** Source: https://code.claude.com/docs/en/mcp (a server has a `command`, or a `type` and a `url`). */
export const nothingToReach: Rule = {
  id: 'mcp/nothing-to-reach',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    for (const { name, property: server, entry } of serversOf(serverMap(root))) {
      if (['command', 'url', 'type', 'transport', ...urlWords].some((key) => property(entry, key))) continue;
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
