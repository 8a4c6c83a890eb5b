import { escapeMarkdown } from '../base/markdown.ts';
import type { ValueItem, WorkspaceView } from '../model.ts';
import {
  child,
  itemsOf,
  type Node,
  type PropertyNode,
  propertiesOf,
  type ScalarNode,
  stringOf,
} from '../syntax/node.ts';
import { managedServers, orgEntries } from './managedServers.ts';

/** A place in a policy that names a tool of a server. */
export interface ToolName {
  readonly server: string;
  readonly tool: string;
  /** The name as a value; absent if it is a key. */
  readonly node?: ScalarNode;
  readonly property?: PropertyNode;
}

/** Yields all tool names with their server: of managed servers, and of plugin servers in both forms. */
export function* toolNames(root: Node | undefined): Generator<ToolName> {
  for (const entry of managedServers(root)) yield* keys(stringOf(child(entry, 'name')), entry);
  for (const entry of orgEntries(root)) {
    const server = stringOf(child(entry, 'serverName'));
    for (const tool of itemsOf(child(entry, 'tools'))) {
      const node = child(tool, 'toolName');
      if (server && node?.type === 'string') yield { server, tool: String(node.value), node };
    }
  }
  for (const { key, valueNode } of propertiesOf(child(child(root, 'orgPluginSettings'), 'mcpServers'))) {
    yield* keys(key, valueNode);
  }
}

function* keys(server: string | undefined, entry: Node | undefined): Generator<ToolName> {
  if (!server) return;
  for (const property of propertiesOf(child(entry, 'toolPolicy'))) yield { server, tool: property.key, property };
}

/** Returns the tools of a server from files of known tools; undefined if they were never listed. */
export function knownTools(workspace: WorkspaceView, server: string): ReadonlyMap<string, ValueItem> | undefined {
  const tools = workspace.facts('known-tool', server).map(({ fact: { data } }) => {
    const { tool: value, description } = data;
    const effect = data.readOnly ? 'read-only' : data.destructive ? 'destructive' : undefined;
    const detail = ['a tool', effect].filter(Boolean).join(', ');
    const documentation = description === null ? {} : { documentation: escapeMarkdown(description) };
    return [value, { value, detail, ...documentation }] as const;
  });
  const isKnown = tools.length > 0 || workspace.facts('known-server', server).length > 0;
  return isKnown ? new Map(tools) : undefined;
}
