import type { FactLocation } from '../../../fact.ts';
import type { ValueItem, WorkspaceView } from '../../../model.ts';

type Component = 'skill' | 'command' | 'agent';

/**
 * Yields the components of plugins with the names by which a file at `uri` can refer to them: those of its own plugin also
 * without the plugin's name.
 */
export function* componentNames(
  workspace: WorkspaceView,
  uri: string,
  types: readonly Component[],
): Generator<ValueItem> {
  const own = workspace.pluginOf(uri);
  const found = types.flatMap((type) => workspace.facts(type).map((each) => ({ ...each, type })));
  const isOwn = ({ uri: other }: FactLocation): boolean =>
    own !== undefined && workspace.pluginOf(other)?.uri === own.uri;
  for (const each of found.filter(isOwn)) yield { value: each.fact.name, detail: `${each.type} of this plugin` };
  for (const each of found) {
    for (const plugin of pluginNames(workspace, each.uri))
      yield { value: `${plugin}:${each.fact.name}`, detail: `${each.type} of ${plugin}` };
  }
}

/** Returns the names of the plugin that contains `uri`: that of its folder in Cowork, that of its manifest in Claude Code. */
function pluginNames(workspace: WorkspaceView, uri: string): Set<string> {
  const plugin = workspace.pluginOf(uri);
  if (!plugin) return new Set();
  const manifests = plugin.manifest === undefined ? [] : workspace.factsBelow('plugin-manifest', plugin.manifest);
  return new Set([plugin.directory, ...manifests.map(({ fact }) => fact.name).filter((name) => name !== '')]);
}
