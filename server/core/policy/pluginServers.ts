import type { WorkspaceView } from '../model.ts';

/** The servers that the plugins of a policy's fleet bring, by name, each with the folder of the first plugin that has it. Empty where no plugin can be seen. */
export function pluginServers(policy: string, workspace: WorkspaceView): ReadonlyMap<string, string> {
  const servers = new Map<string, string>();
  for (const { uri, fact } of workspace.facts('server')) {
    const plugin = fact.data.layer === 'plugin' ? workspace.pluginOf(uri) : undefined;
    if (!plugin || servers.has(fact.name) || !workspace.inSameDeployment(policy, plugin.uri)) continue;
    servers.set(fact.name, plugin.directory);
  }
  return servers;
}
