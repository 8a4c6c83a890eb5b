import type { ArrayNode, Node, ObjectNode, PropertyNode, ScalarNode } from '../../syntax/node.ts';
import { child, propertiesOf } from '../../syntax/node.ts';
import { clusters, nestedNames, nestedSteps } from './nested.ts';

/** A key of a policy as the app understands it, and the property that says so. */
export interface Setting {
  readonly key: string;
  readonly uri: string;
  readonly property: PropertyNode;
}

/** Whether a policy is written in the nested format: `$schemaVersion` 2, or any cluster. Source: the bootstrap page. */
const isNested = (root: Node): boolean =>
  child(root, '$schemaVersion') !== undefined ||
  propertiesOf(root).some((p) => clusters.has(p.key) && p.valueNode?.type === 'object');

/** A bare list of servers, as it is pasted into a console, read as the value of the key that it is meant for. */
function asProperty(key: string, list: ArrayNode): PropertyNode {
  const parent: ObjectNode = { type: 'object', range: list.range, parent: undefined, properties: [] };
  const { range } = list;
  const keyNode: ScalarNode = { type: 'string', range, inner: range, value: key, parent: undefined };
  return { type: 'property', range, parent, key, keyNode, valueNode: list };
}

/** The settings of a policy by key; of a key that stands twice the last. Nested clusters are flattened. */
export function settingsOf(uri: string, root: Node | undefined): Map<string, Setting> {
  const settings = new Map<string, Setting>();
  const add = (key: string, property: PropertyNode) => settings.set(key, { key, uri, property });
  if (root?.type === 'array') add('managedMcpServers', asProperty('managedMcpServers', root));
  const nested = root !== undefined && isNested(root);
  const inside = (path: string, node: Node | undefined) => {
    for (const property of propertiesOf(node)) {
      const at = `${path}.${property.key}`;
      const key = nestedNames.get(at);
      if (key === undefined && nestedSteps.has(at)) inside(at, property.valueNode);
      // Where the name inside a cluster is not known it is taken to be the flat one, which holds for most.
      else add(key ?? property.key, property);
    }
  };
  for (const property of propertiesOf(root)) {
    if (property.key === '$schemaVersion') continue;
    if (nested && clusters.has(property.key)) inside(property.key, property.valueNode);
    else add(property.key, property);
  }
  return settings;
}
