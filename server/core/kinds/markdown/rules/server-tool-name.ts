import { pathIn } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { toolsIn } from '../tools.ts';

/** Tools of plugins' servers are called `mcp__plugin_<plugin>_<server>__<tool>`. That Cowork does the same is known from reports only, so there it is a hint. */
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
      // Another server of that name, a managed one say, may be the one that is meant.
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
