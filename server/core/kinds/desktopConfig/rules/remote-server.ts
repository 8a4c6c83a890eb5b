import type { Rule } from '../../../model.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import { serversOf } from '../../shared/servers/serverMap.ts';

/** Source: https://github.com/anthropics/claude-code/issues/63266; users add only programs: https://claude.com/docs/third-party/claude-desktop/extensions */
export const remoteServer: Rule = {
  id: 'desktopConfig/remote-server',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const { name, entry } of serversOf(child(root, 'mcpServers'))) {
      const url = property(entry, 'url') ?? property(entry, 'serverUrl');
      const address = stringOf(url?.valueNode);
      if (!url || property(entry, 'command') || !address) continue;
      const bridge = { command: 'npx', args: ['-y', 'mcp-remote', address] };
      yield {
        range: url.keyNode.range,
        message: `This file takes only programs. \`${name}\` has an address and no \`command\`: it is skipped and a dialog says so. An administrator can add it as a managed server.`,
        // A bridge would lose the headers.
        ...(!property(entry, 'headers') && {
          fixes: [{ title: 'Call it through the program `mcp-remote`', edits: [edit.replace(entry, bridge)] }],
        }),
      };
    }
  },
};
