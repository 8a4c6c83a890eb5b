import type { Rule } from '../../../model.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import { serversOf } from '../../shared/servers/serverMap.ts';

/** Users can add local servers only. */
export const remoteServer: Rule = {
  id: 'desktopConfig/remote-server',
  severity: 'warning',
  source: ['desktop/extensions', 'github/claude-code-63266'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const { name, entry } of serversOf(child(root, 'mcpServers'))) {
      const url = property(entry, 'url') ?? property(entry, 'serverUrl');
      const address = stringOf(url?.valueNode);
      if (!url || property(entry, 'command') || !address) continue;
      const bridge = { command: 'npx', args: ['-y', 'mcp-remote', address] };
      yield {
        range: url.keyNode.range,
        message: `This file accepts only programs. \`${name}\` has a URL and no \`command\`: the app shows a dialog and skips it. An administrator can add it as a managed server.`,
        // A bridge would lose the headers.
        ...(!property(entry, 'headers') && {
          fixes: [{ title: 'Call it through the program `mcp-remote`', edits: [edit.replace(entry, bridge)] }],
        }),
      };
    }
  },
};
