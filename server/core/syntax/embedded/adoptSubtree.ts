import type { TextRange } from '../../base/text.ts';
import type { ArrayNode, Embedded, Mutable, Node, ObjectNode, PropertyNode } from '../node.ts';

export interface Graft {
  /** Where a stretch of the inner text stands in the file. */
  readonly place: (range: TextRange) => TextRange;
  /** What a node of the file remembers of the inner text. */
  readonly embed?: <N extends Node | PropertyNode>(node: N) => Embedded<N>;
  /** Is told of each pair. */
  readonly pair?: (inner: Node | PropertyNode, outer: Node | PropertyNode) => void;
}

/** The tree of an inner text as a part of the file's own tree, below `parent`. */
export function graft(node: Node, parent: PropertyNode | ArrayNode | undefined, by: Graft): Node {
  const base = { range: by.place(node.range), parent, ...(by.embed && { embedded: by.embed(node) }) };
  if (node.type === 'array') {
    const array: Mutable<ArrayNode> = { ...base, type: 'array', items: [] };
    by.pair?.(node, array);
    array.items = node.items.map((item) => graft(item, array, by));
    return array;
  }
  if (node.type === 'object') {
    const object: Mutable<ObjectNode> = { ...base, type: 'object', properties: [] };
    by.pair?.(node, object);
    object.properties = node.properties.map((from) => graftProperty(from, object, by));
    return object;
  }
  const scalar = { ...node, ...base, inner: by.place(node.inner) };
  by.pair?.(node, scalar);
  return scalar;
}

function graftProperty(from: PropertyNode, parent: ObjectNode, by: Graft): PropertyNode {
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
  property.valueNode = from.valueNode && graft(from.valueNode, property, by);
  return property;
}
