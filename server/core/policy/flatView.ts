import { derived } from '../base/derived.ts';
import type { TextEdit } from '../base/text.ts';
import { json } from '../syntax/json/json.ts';
import { child, type Node, type ObjectNode, type PropertyNode, propertiesOf } from '../syntax/node.ts';
import { policyKeys } from './catalogue.ts';
import { clusters, nestedNames, nestedSteps } from './nested.ts';

/** Whether a policy uses the nested format: `$schemaVersion` 2, or any cluster. Source: the bootstrap page. */
const isNested = (root: ObjectNode): boolean =>
  child(root, '$schemaVersion') !== undefined ||
  root.properties.some((p) => clusters.has(p.key) && p.valueNode?.type === 'object');

/**
 * Returns a policy in the form that rules see: one object with flat keys. The nested format is flattened, and each property
 * keeps its range; any other tree is returned unchanged.
 */
export const flatView: (root: Node) => Node = derived((root) => {
  if (root.type !== 'object' || !isNested(root)) return root;
  const properties: PropertyNode[] = [];
  const view: ObjectNode = { type: 'object', range: root.range, parent: undefined, properties, original: root };
  const add = (key: string, property: PropertyNode) => {
    properties.push({ ...property, key, parent: view, original: property });
  };
  const inside = (path: string, node: Node | undefined) => {
    for (const property of propertiesOf(node)) {
      const at = `${path}.${property.key}`;
      const key = nestedNames.get(at);
      if (key === undefined && nestedSteps.has(at)) inside(at, property.valueNode);
      // If the name inside a cluster is unknown, it is assumed to be the flat one, which is true for most keys.
      else add(key ?? property.key, property);
    }
  };
  for (const property of root.properties) {
    if (property.key === '$schemaVersion') continue;
    if (clusters.has(property.key)) inside(property.key, property.valueNode);
    else add(property.key, property);
  }
  return view;
});

/** Whether `node` is a view of a nested policy, not an object of the file. */
export const isView = (node: Node): node is ObjectNode & { readonly original: ObjectNode } =>
  node.type === 'object' && node.original !== undefined;

/** Returns the property of the file that a view shows. */
export const originalOf = (property: PropertyNode): PropertyNode => property.original ?? property;

/** Adds a flat key to a nested policy, inside its cluster, which is created if missing. */
export function addNested(
  text: string,
  { original }: { readonly original: ObjectNode },
  key: string,
  value: unknown,
): TextEdit {
  const steps = (policyKeys.get(key)?.nestedPath ?? key).split('.');
  let node = original;
  let index = 0;
  for (; index < steps.length - 1; index++) {
    const next = child(node, steps[index] ?? '');
    if (next?.type !== 'object') break;
    node = next;
  }
  const rest = steps.slice(index + 1).reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
  return json.addProperty(text, node, steps[index] ?? key, rest);
}
