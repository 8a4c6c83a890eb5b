import { derived } from '../base/derived.ts';
import type { TextEdit } from '../base/text.ts';
import { json } from '../syntax/json/json.ts';
import { child, type Node, type ObjectNode, type PropertyNode, propertiesOf } from '../syntax/node.ts';
import { policyKeys } from './catalogue.ts';
import { clusters, nestedNames, nestedSteps } from './nested.ts';

/** Whether a policy is written in the nested format: `$schemaVersion` 2, or any cluster. Source: the bootstrap page. */
const isNested = (root: ObjectNode): boolean =>
  child(root, '$schemaVersion') !== undefined ||
  root.properties.some((p) => clusters.has(p.key) && p.valueNode?.type === 'object');

/**
 * A policy as its rules see it: one object of flat keys. The nested format is flattened, each property in its place of the
 * file; every other tree is given back as it is.
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
      // Where the name inside a cluster is not known it is taken to be the flat one, which holds for most.
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

/** Whether `node` is a view of a nested policy and no object of the file. */
export const isView = (node: Node): node is ObjectNode & { readonly original: ObjectNode } =>
  node.type === 'object' && node.original !== undefined;

/** The property of the file that a view shows. */
export const originalOf = (property: PropertyNode): PropertyNode => property.original ?? property;

/** Adds a flat key to a nested policy: in its cluster, which is made where it is missing. */
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
