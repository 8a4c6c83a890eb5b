import type { Rule } from '../../../model.ts';
import { misnamedContainer } from '../../shared/servers/serverMap.ts';

/** The servers belong under `mcpServers`; Claude Code reads another key as a server. */
export const wrongContainer: Rule = {
  id: 'mcp/wrong-container',
  severity: 'error',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const found = misnamedContainer(root);
    if (!found) return;
    yield {
      range: found.keyNode.range,
      message: `Servers must be below \`mcpServers\`. \`${found.key}\` is read as a server name, so no server is read.`,
      fixes: [{ title: 'Rename to `mcpServers`', edits: [edit.renameKey(found, 'mcpServers')], inFixAll: true }],
    };
  },
};
