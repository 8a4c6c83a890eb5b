import { pathIn } from '../../base/uri.ts';
import type { ValueItem, ValueProvider, WorkspaceView } from '../../model.ts';
import { serverTools } from '../shared/servers/serverTools.ts';
import { offeredTools } from './tools.ts';

/** Completes names of tools for `key`, in a list or a string: built-in tools, then those of the plugin's own and of managed servers. */
export const toolValues = (key: string): ValueProvider[] =>
  [[key], [key, '*']].map((at) => ({
    at,
    offers: 'values',
    items: ({ document, workspace }) => tools(document.uri, workspace),
  }));

/** Yields all tools that can be named: built-in tools, then those of servers that the plugin can use. */
export function* tools(uri: string, workspace: WorkspaceView): Generator<ValueItem> {
  for (const { name, description } of offeredTools) yield { value: name, detail: description };
  yield* serverTools(uri, workspace, '*');
}

/** Completes the names of facts of one type in the same plugin: skills for an agent, agents for a skill. */
export const namesFrom = (type: 'skill' | 'agent', ...at: string[]): ValueProvider => ({
  at,
  offers: 'values',
  *items({ document, workspace }) {
    const root = workspace.pluginOf(document.uri);
    if (!root) return;
    for (const { uri, fact } of workspace.facts(type)) {
      if (uri !== document.uri && pathIn(root.uri, uri) !== undefined)
        yield { value: fact.name, detail: `${type} of this plugin` };
    }
  },
});
