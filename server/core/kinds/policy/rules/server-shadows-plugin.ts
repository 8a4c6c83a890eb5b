import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { runningServers } from '../entryRule.ts';

export const serverShadowsPlugin: Rule = {
  id: 'policy/server-shadows-plugin',
  severity: 'info',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'workspace',
  *check(context) {
    const { document, workspace } = context;
    for (const [text, entry] of runningServers(context)) {
      const name = child(entry, 'name') ?? entry;
      const shadowed = workspace.facts('server', text, 'plugin').filter(({ uri }) => {
        const plugin = workspace.pluginOf(uri);
        return plugin !== undefined && workspace.inSameDeployment(document.uri, plugin.uri);
      });
      if (shadowed.length === 0) continue;
      const plugins = shadowed.map(({ uri }) => `\`${workspace.pluginOf(uri)?.directory}\``);
      yield {
        range: name.range,
        message: `A server of plugin ${plugins.join(', ')} also has this name. The managed server takes precedence: the plugin’s server does not run, and \`orgPluginSettings\` for this name is ignored.`,
        related: shadowed.map((found) => workspace.related(found, 'The server that does not run')),
      };
    }
  },
};
