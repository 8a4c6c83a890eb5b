import { isIn, nameOf, parentOf } from '../../base/uri.ts';
import type { PluginRoot, WorkspaceView } from '../../model.ts';

/** Returns the names by which skills and commands of a plugin can be called: their own, and those of their folders. */
export function skillNames(workspace: WorkspaceView, plugin: PluginRoot): ReadonlySet<string> {
  const names = new Set<string>();
  for (const type of ['skill', 'command'] as const) {
    for (const { uri, fact } of workspace.facts(type)) {
      if (!isIn(plugin.uri, uri)) continue;
      names.add(fact.name);
      if (type === 'skill') names.add(nameOf(parentOf(uri)));
    }
  }
  return names;
}
