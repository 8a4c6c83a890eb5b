import { isIn } from '../base/uri.ts';
import type { PluginRoot } from '../model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { KnownTool } from './input.ts';

const fullName = /^mcp__((?:(?!__).)+)__([\w-]+)$/;

/**
 * Known tools, and for servers of which nobody has a list those that agents, skills, commands and hooks of the plugins name:
 * `mcp__docs__read`, or `mcp__plugin_desk_docs__read` for a server of the plugin `desk`.
 */
export function withNamedTools(
  workspace: Workspace,
  plugins: readonly PluginRoot[],
  known: ReadonlyMap<string, readonly KnownTool[]>,
): ReadonlyMap<string, readonly KnownTool[]> {
  const named = workspace.facts('tool-use').flatMap(({ uri, fact }) => {
    const [, server = '', tool = ''] = fullName.exec(fact.name) ?? [];
    return tool !== '' && plugins.some((plugin) => isIn(plugin.uri, uri)) ? [{ server, tool }] : [];
  });
  if (named.length === 0) return known;
  const ofPlugins = new Map<string, string>(
    workspace.facts('server').flatMap(({ uri, fact: { name, data } }) => {
      const plugin = data.layer === 'plugin' ? plugins.find((each) => isIn(each.uri, uri)) : undefined;
      return plugin ? [[`plugin_${plugin.directory}_${name}`, name] as const] : [];
    }),
  );
  const tools = new Map(known);
  for (const { server, tool } of named) {
    const name = ofPlugins.get(server) ?? server;
    if (known.has(name)) continue;
    const before = tools.get(name) ?? [];
    if (!before.some((each) => each.name === tool)) tools.set(name, [...before, { name: tool }]);
  }
  return tools;
}
