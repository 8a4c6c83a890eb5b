import type { ValueItem, WorkspaceView } from '../../../model.ts';

/** A server whose tools a plugin can use. */
interface UsableServer {
  readonly name: string;
  /** What its tools' full names begin with. */
  readonly prefix: string;
  readonly detail: string;
}

/** The servers of the plugin that holds `uri`, and those that policies of its fleet bring. */
export function* usableServers(uri: string, workspace: WorkspaceView): Generator<UsableServer> {
  const plugin = workspace.pluginOf(uri);
  const managed = workspace
    .facts('server')
    .filter(({ uri: other, fact }) => fact.data.layer === 'managed' && workspace.inSameDeployment(other, uri));
  // Many policies may manage a server of one name, whose tools are the same.
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
 * The tools of those servers by their full names: all of a server at once, then each that some file of the workspace names.
 * @param all what stands for every name: `*` in lists, `.*` in the matchers of hooks.
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
