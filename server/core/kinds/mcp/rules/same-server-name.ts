import { parentOf } from '../../../base/uri.ts';
import type { Rule, WorkspaceView } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { ownPlugin } from '../ownPlugin.ts';

/** `orgPluginSettings` identifies a server only by its name. */
export const sameServerName: Rule = {
  id: 'mcp/same-server-name',
  severity: 'hint',
  source: ['desktop/extensions'],
  certainty: 'reading',
  impact: 'works-differently',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const own = ownPlugin(document, workspace);
    if (!own?.mount) return;
    for (const { name, property } of serversOf(serverMap(root))) {
      const other = workspace.facts('server', name).find(({ uri }) => {
        const plugin = pluginOfServers(workspace, uri);
        return plugin && plugin.mount === own.mount && plugin.uri !== own.uri;
      });
      const plugin = other && workspace.pluginOf(other.uri);
      if (!plugin) continue;
      yield {
        range: property.keyNode.range,
        message: `The plugin \`${plugin.directory}\` also has a server \`${name}\`. Rules in \`orgPluginSettings\` for \`${name}\` apply to both.`,
        related: [workspace.related(other, `\`${name}\` of \`${plugin.directory}\``)],
      };
    }
  },
};

/** Returns the plugin to which a file with servers belongs: its `.mcp.json` or its manifest. */
function pluginOfServers(workspace: WorkspaceView, uri: string) {
  const plugin = workspace.pluginOf(uri);
  const folder = parentOf(uri);
  return plugin && (folder === plugin.uri || parentOf(folder) === plugin.uri) ? plugin : undefined;
}
