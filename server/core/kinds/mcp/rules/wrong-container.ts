import type { Rule } from '../../../model.ts';
import { misnamedContainer } from '../../shared/servers/serverMap.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (`mcpServers`); Claude Code takes the key for a server. */
export const wrongContainer: Rule = {
  id: 'mcp/wrong-container',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    const found = misnamedContainer(root);
    if (!found) return;
    yield {
      range: found.keyNode.range,
      message: `The servers stand below \`mcpServers\` here. \`${found.key}\` is taken for the name of a server, so none of them is read.`,
      fixes: [{ title: 'Rename to `mcpServers`', edits: [edit.renameKey(found, 'mcpServers')], inFixAll: true }],
    };
  },
};
