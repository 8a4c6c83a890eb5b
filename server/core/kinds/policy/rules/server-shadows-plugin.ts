import type { Rule, RuleContext } from '../../../model.ts';
import { kindOfServer } from '../../../policy/managedServers.ts';
import { child, type ObjectNode, stringOf } from '../../../syntax/node.ts';

/**
 * Source: https://claude.com/docs/third-party/claude-desktop/configuration
 * @param kept the entries that the app keeps.
 */
export const serverShadowsPlugin = (kept: (context: RuleContext) => readonly ObjectNode[]): Rule => ({
  id: 'policy/server-shadows-plugin',
  severity: 'info',
  scope: 'workspace',
  *check(context) {
    const { document, workspace } = context;
    for (const entry of kept(context)) {
      const name = child(entry, 'name');
      const text = stringOf(name);
      // An entry of policy alone is meant to have the plugin server's name.
      if (!name || !text || kindOfServer(entry) === 'policy-only') continue;
      const shadowed = workspace.facts('server', text).filter(({ uri, fact }) => {
        const plugin = fact.data?.layer === 'plugin' ? workspace.pluginOf(uri) : undefined;
        return plugin !== undefined && workspace.sameFleet(document.uri, plugin.uri);
      });
      if (shadowed.length === 0) continue;
      const plugins = shadowed.map(({ uri }) => `\`${workspace.pluginOf(uri)?.directory}\``);
      yield {
        range: name.range,
        message: `A server of plugin ${plugins.join(', ')} has this name too. The managed server wins: the plugin's does not run, and \`orgPluginSettings\` for the name is ignored.`,
        related: shadowed.map((found) => workspace.related(found, 'The server that does not run')),
      };
    }
  },
});
