import type { WorkspaceView } from '../model.ts';

/**
 * Returns the servers of the plugins to which a policy applies, by name, each with the folder of the first plugin that has it.
 * Empty if no such plugin is in the workspace.
 */
export function pluginServers(policy: string, workspace: WorkspaceView): ReadonlyMap<string, string> {
  const servers = new Map<string, string>();
  for (const { uri, fact } of workspace.facts('server')) {
    const plugin = fact.data.layer === 'plugin' ? workspace.pluginOf(uri) : undefined;
    if (!plugin || servers.has(fact.name) || !workspace.inSameDeployment(policy, plugin.uri)) continue;
    servers.set(fact.name, plugin.directory);
  }
  return servers;
}
