import type { ValueItem, WorkspaceView } from '../../../model.ts';

/** A server whose tools a plugin can use. */
interface UsableServer {
  readonly name: string;
  /** The prefix of its tools' full names. */
  readonly prefix: string;
  readonly detail: string;
}

/** Yields the servers of the plugin that contains `uri`, and the managed servers of policies that apply to it. */
export function* usableServers(uri: string, workspace: WorkspaceView): Generator<UsableServer> {
  const plugin = workspace.pluginOf(uri);
  const managed = workspace
    .facts('server')
    .filter(({ uri: other, fact }) => fact.data.layer === 'managed' && workspace.inSameDeployment(other, uri));
  // Several policies may define a managed server of the same name, whose tools are the same.
  for (const name of new Set(managed.map(({ fact }) => fact.name))) {
    yield { name, prefix: `mcp__${name}__`, detail: 'a managed server' };
  }
  for (const { fact } of plugin ? workspace.factsBelow('server', plugin.uri) : []) {
    if (!plugin || fact.data.layer !== 'plugin') continue;
    const prefix = `mcp__plugin_${plugin.directory}_${fact.name}__`;
    yield { name: fact.name, prefix, detail: 'a server of this plugin' };
  }
}

/**
 * Yields the tools of those servers by their full names: all tools of a server at once, then each one that a file of the
 * workspace names.
 * @param all the wildcard for all names: `*` in lists, `.*` in the matchers of hooks.
 */
export function* serverTools(uri: string, workspace: WorkspaceView, all: '*' | '.*'): Generator<ValueItem> {
  const used = new Set(workspace.facts('tool-use').map(({ fact }) => fact.name));
  for (const { name, prefix, detail } of usableServers(uri, workspace)) {
    yield { value: `${prefix}${all}`, detail: `every tool of ${detail}` };
    for (const { uri: policy, fact } of workspace.facts('tool-policy', name)) {
      const { tool } = fact.data;
      if (!tool.includes('*') && workspace.inSameDeployment(policy, uri))
        yield { value: prefix + tool, detail: `a tool of ${name}` };
    }
    for (const tool of used) {
      if (tool.startsWith(prefix) && !tool.includes('*')) yield { value: tool, detail: `a tool of ${name}` };
    }
  }
}
