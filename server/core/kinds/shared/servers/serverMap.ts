import { nearest } from '../../../base/suggest.ts';
import { pluginServerTransport } from '../../../components/serverFlaws.ts';
import type { Fact } from '../../../fact.ts';
import { child, type Node, type ObjectNode, type PropertyNode, propertiesOf } from '../../../syntax/node.ts';

/** A server that is written as `"name": { … }`. */
export interface ServerEntry {
  readonly name: string;
  readonly property: PropertyNode;
  readonly entry: ObjectNode;
}

/** Returns the servers of a map by name. The schema reports entries that are not objects. */
export const serversOf = (map: Node | undefined): ServerEntry[] =>
  propertiesOf(map).flatMap((property) => {
    const entry = property.valueNode;
    return entry?.type === 'object' ? [{ name: property.key, property, entry }] : [];
  });

/** Names for the map of servers in policies and other tools, in lower case and without `_`. */
const containers = new Set(['servers', 'managedmcpservers']);
const isContainer = (key: string): boolean =>
  containers.has(key.toLowerCase().replaceAll('_', '')) || nearest(key, ['mcpServers']) !== undefined;

/** Returns the map of servers under a wrong name: a map of objects, or a list, if `mcpServers` is missing. */
export function misnamedContainer(root: Node | undefined): PropertyNode | undefined {
  if (child(root, 'mcpServers')) return undefined;
  return propertiesOf(root).find(({ key, valueNode }) => {
    if (!isContainer(key)) return false;
    const inside = propertiesOf(valueNode);
    return valueNode?.type === 'array' || (inside.length > 0 && inside.every((p) => p.valueNode?.type === 'object'));
  });
}

/**
 * Returns the map of servers in an `.mcp.json`: under `mcpServers` (or a wrong name for it) or, in the flat form of many
 * plugins, the root.
 */
export const serverMap = (root: Node | undefined): Node | undefined =>
  child(root, 'mcpServers') ?? misnamedContainer(root)?.valueNode ?? root;

/** Returns how the server is reached; undefined if its entry does not say. */
function shownTransport(entry: ObjectNode): string | undefined {
  const transport = pluginServerTransport(entry);
  return transport === 'streamable-http' ? 'http' : transport;
}

/** Returns the facts of servers: their names and ranges. */
export const serverFacts = (servers: readonly ServerEntry[], layer: 'plugin' | 'user', plugin: string | null): Fact[] =>
  servers.map(({ name, property, entry }) => ({
    type: 'server',
    name,
    range: property.keyNode.range,
    data: { layer, transport: shownTransport(entry) ?? null, plugin },
  }));
