import type { Document, ValueItem, ValueProvider, WorkspaceView } from '../../model.ts';
import { knownTools } from '../../policy/knownTools.ts';
import { pluginServers } from '../../policy/pluginServers.ts';
import { child, nodeAt, type Path, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** Completes servers of the plugins to which the policy applies. */
export const values: readonly ValueProvider[] = [
  {
    at: ['orgPluginSettings', '*', 'serverName'],
    offers: 'values',
    *items({ workspace, document }) {
      for (const [value, plugin] of pluginServers(document.uri, workspace)) yield { value, detail: `plugin ${plugin}` };
    },
  },
  // In the nested format, the servers are in a different place.
  ...[['managedMcpServers'], ['mcp', 'managedServers']].map(
    (way): ValueProvider => ({
      at: [...way, '*', 'toolPolicy'],
      offers: 'keys',
      items: ({ document, workspace, path }) => toolsOf(document, workspace, path.slice(0, -1), 'name'),
    }),
  ),
  {
    at: ['orgPluginSettings', '*', 'tools', '*', 'toolName'],
    offers: 'values',
    items: ({ document, workspace, path }) => toolsOf(document, workspace, path.slice(0, 2), 'serverName'),
  },
];

/** Returns the known tools of the server whose entry is at `path`. */
function toolsOf(document: Document, workspace: WorkspaceView, path: Path, name: string): Iterable<ValueItem> {
  const server = stringOf(child(nodeAt(parse(document).root, path), name));
  return server === undefined ? [] : (knownTools(workspace, server)?.values() ?? []);
}
