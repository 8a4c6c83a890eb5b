import type { TextRange } from '../../base/text.ts';
import type { ArrayNode, Embedded, Mutable, Node, ObjectNode, PropertyNode } from '../node.ts';

/** How nodes of an embedded text become nodes of the file. */
export interface Adoption {
  /** Returns the range in the file of a range in the embedded text. */
  readonly place: (range: TextRange) => TextRange;
  /** Returns the information about the embedded text that a node of the file keeps. */
  readonly embed?: <N extends Node | PropertyNode>(node: N) => Embedded<N>;
  /** Called with each (embedded, copy) pair of nodes. */
  readonly pair?: (embedded: Node | PropertyNode, outer: Node | PropertyNode) => void;
}

/** Copies the tree of an embedded text into the file's tree, below `parent`. All ranges of the copy are those of the file. */
export function adoptSubtree(node: Node, parent: PropertyNode | ArrayNode | undefined, by: Adoption): Node {
  const base = { range: by.place(node.range), parent, ...(by.embed && { embedded: by.embed(node) }) };
  if (node.type === 'array') {
    const array: Mutable<ArrayNode> = { ...base, type: 'array', items: [] };
    by.pair?.(node, array);
    array.items = node.items.map((item) => adoptSubtree(item, array, by));
    return array;
  }
  if (node.type === 'object') {
    const object: Mutable<ObjectNode> = { ...base, type: 'object', properties: [] };
    by.pair?.(node, object);
    object.properties = node.properties.map((from) => adoptProperty(from, object, by));
    return object;
  }
  const scalar = { ...node, ...base, inner: by.place(node.inner) };
  by.pair?.(node, scalar);
  return scalar;
}

function adoptProperty(from: PropertyNode, parent: ObjectNode, by: Adoption): PropertyNode {
  const { keyNode } = from;
  const property: Mutable<PropertyNode> = {
    type: 'property',
    range: by.place(from.range),
    parent,
    key: from.key,
    keyNode: { ...keyNode, range: by.place(keyNode.range), inner: by.place(keyNode.inner) },
    ...(by.embed && { embedded: by.embed(from) }),
    valueNode: undefined,
  };
  by.pair?.(from, property);
  property.valueNode = from.valueNode && adoptSubtree(from.valueNode, property, by);
  return property;
}
