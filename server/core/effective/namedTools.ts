import { parentOf } from '../base/uri.ts';
import type { PluginRoot } from '../model.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { KnownTool } from './input.ts';

const fullName = /^mcp__((?:(?!__).)+)__([\w-]+)$/;

/**
 * Returns the known tools. For servers without a list, adds the tools that agents, skills, commands and hooks of the plugins
 * name: `mcp__docs__read`, or `mcp__plugin_desk_docs__read` for a server of the plugin `desk`.
 */
export function withNamedTools(
  workspace: Workspace,
  plugins: readonly PluginRoot[],
  known: ReadonlyMap<string, readonly KnownTool[]>,
): ReadonlyMap<string, readonly KnownTool[]> {
  const pluginOf = ownerIn(plugins);
  const named = workspace.facts('tool-use').flatMap(({ uri, fact }) => {
    const [, server = '', tool = ''] = fullName.exec(fact.name) ?? [];
    return tool !== '' && pluginOf(uri) ? [{ server, tool }] : [];
  });
  if (named.length === 0) return known;
  const ofPlugins = new Map<string, string>(
    workspace.facts('server').flatMap(({ uri, fact: { name, data } }) => {
      const plugin = data.layer === 'plugin' ? pluginOf(uri) : undefined;
      return plugin ? [[`plugin_${plugin.directory}_${name}`, name] as const] : [];
    }),
  );
  const found = new Map<string, Set<string>>();
  for (const { server, tool } of named) {
    const name = ofPlugins.get(server) ?? server;
    if (known.has(name)) continue;
    const ofServer = found.get(name);
    if (ofServer) ofServer.add(tool);
    else found.set(name, new Set([tool]));
  }
  const tools = new Map(known);
  for (const [name, of] of found)
    tools.set(
      name,
      [...of].map((tool) => ({ name: tool })),
    );
  return tools;
}

/** Finds the plugin that contains a file by its ancestor folders; if plugins are nested, the outermost. */
function ownerIn(plugins: readonly PluginRoot[]): (uri: string) => PluginRoot | undefined {
  const byUri = new Map(plugins.map((plugin) => [plugin.uri, plugin]));
  return (uri) => {
    let owner: PluginRoot | undefined;
    for (let at = uri; ; at = parentOf(at)) {
      owner = byUri.get(at) ?? owner;
      if (parentOf(at) === at) return owner;
    }
  };
}
