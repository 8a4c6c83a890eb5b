import type { FactLocation } from '../../../fact.ts';
import type { ValueItem, WorkspaceView } from '../../../model.ts';

type Component = 'skill' | 'command' | 'agent';

/** The components of plugins by what a file at `uri` may call them: those of its own plugin also without the plugin's name. */
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

/** What the plugin that holds `uri` is called: like its folder in Cowork, and as its manifest says in Claude Code. */
function pluginNames(workspace: WorkspaceView, uri: string): Set<string> {
  const plugin = workspace.pluginOf(uri);
  if (!plugin) return new Set();
  const manifests = plugin.manifest === undefined ? [] : workspace.factsBelow('plugin-manifest', plugin.manifest);
  return new Set([plugin.directory, ...manifests.map(({ fact }) => fact.name).filter((name) => name !== '')]);
}
