import type { ArrayNode, Node, ObjectNode, PropertyNode, ScalarNode } from '../syntax/node.ts';
import { propertiesOf } from '../syntax/node.ts';
import { flatView } from './flatView.ts';

/** A key of a policy as the app interprets it, and the property that sets it. */
export interface Setting {
  readonly key: string;
  readonly uri: string;
  readonly property: PropertyNode;
}

/** Returns a bare list of servers, as it is pasted into a console, as the value of the key that it is intended for. */
function asProperty(key: string, list: ArrayNode): PropertyNode {
  const parent: ObjectNode = { type: 'object', range: list.range, parent: undefined, properties: [] };
  const { range } = list;
  const keyNode: ScalarNode = { type: 'string', range, inner: range, value: key, parent: undefined };
  return { type: 'property', range, parent, key, keyNode, valueNode: list };
}

/** Returns the settings of a policy by key; if a key occurs twice, the last one. */
export function settingsOf(uri: string, root: Node | undefined): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  const add = (property: PropertyNode) => settings.set(property.key, { key: property.key, uri, property });
  if (root?.type === 'array') add(asProperty('managedMcpServers', root));
  for (const property of propertiesOf(root && flatView(root))) if (property.key !== '$schemaVersion') add(property);
  return settings;
}
