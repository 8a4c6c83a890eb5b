import { pathIn } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { toolsIn } from '../tools.ts';

/**
 * The names of plugin servers' tools are `mcp__plugin_<plugin>_<server>__<tool>`. For Cowork this is known only from reports,
 * so it is a hint there.
 */
export const serverToolName = (kind: 'skill' | 'agent' | 'command', keys: readonly string[]): Rule => ({
  id: `${kind}/server-tool-name`,
  severity: 'warning',
  source: ['code/hooks', 'third-party'],
  certainty: 'documented',
  impact: 'no-effect',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin) return;
    for (const { name, range } of keys.flatMap((key) => toolsIn(document, root, key))) {
      const [, server, tool = ''] = /^mcp__((?!plugin_)(?:(?!__).)+)(__.*)?$/.exec(name) ?? [];
      if (server === undefined) continue;
      const found = workspace.facts('server', server);
      const own = found.filter(({ uri }) => pathIn(plugin.uri, uri) !== undefined);
      // Another server of that name, such as a managed one, may be intended.
      if (own.length === 0 || own.length < found.length) continue;
      const meant = `mcp__plugin_${plugin.directory}_${server}${tool}`;
      yield {
        range,
        message: `\`${server}\` is a server of this plugin, so the names of its tools include the plugin’s name: \`${meant}\`.`,
        fixes: [{ title: `Change to \`${meant}\``, edits: [{ range, newText: meant }] }],
        related: own.map((each) => workspace.related(each, 'The server is defined here.')),
      };
    }
  },
});
