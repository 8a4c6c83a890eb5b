import { derived } from '../base/derived.ts';
import type { TextRange } from '../base/text.ts';

/**
 * The tree that all syntaxes produce: JSON, YAML front matter, and formats that embed them. Every node has its exact range in
 * the file (for a string, including its quotes).
 */
export type Node = ObjectNode | ArrayNode | ScalarNode;

interface NodeBase {
  readonly range: TextRange;
  readonly parent: PropertyNode | ArrayNode | undefined;
  /** Set if the node is in embedded text, such as JSON in an XML string. */
  readonly embedded?: Embedded<Node>;
}

/** An embedded text. */
export interface EmbeddedText {
  readonly text: string;
  /** The offset in the file of each UTF-16 code unit of `text`, and of its end. */
  readonly offsets: readonly number[];
  /** Escapes a part of the embedded text for the file. */
  encode(text: string): string;
}

/** The embedded text that contains a node, and the node in that text's own tree, with ranges of that text. */
export interface Embedded<N> {
  readonly in: EmbeddedText;
  readonly node: N;
  /** The embedded text has a syntax error, so the tree is incomplete. */
  readonly isBroken: boolean;
}

export interface ObjectNode extends NodeBase {
  readonly type: 'object';
  readonly properties: readonly PropertyNode[];
  /** Set if the object is a view that a kind created for its rules: the root of the file. */
  readonly original?: ObjectNode;
}

export interface ArrayNode extends NodeBase {
  readonly type: 'array';
  readonly items: readonly Node[];
}

/** A string, number, boolean or null. `alias` marks a YAML alias, which is not followed, so its value is null. */
export interface ScalarNode extends NodeBase {
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly value: string | number | boolean | null;
  /** The range of a string's content without its quotes; for other values the whole range. */
  readonly inner: TextRange;
  readonly alias?: true;
  /** Set for an element of a property list whose content is no text: bytes in base64, or a date. */
  readonly element?: 'data' | 'date';
}

/** `key: value`. Half-typed text may have a key without a value. */
export interface PropertyNode {
  readonly type: 'property';
  readonly range: TextRange;
  readonly parent: ObjectNode;
  readonly key: string;
  readonly keyNode: ScalarNode;
  readonly embedded?: Embedded<PropertyNode>;
  /** Set if a view shows the property under another key: the property of the file. */
  readonly original?: PropertyNode;
  readonly valueNode: Node | undefined;
}

/** A node under construction. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A path from the root: property names and array indices. */
export type Path = readonly (string | number)[];

/** An object with more keys is searched with an index. */
const few = 32;
const indexOf = derived(
  ({ properties }: ObjectNode): ReadonlyMap<string, PropertyNode> => new Map(properties.map((p) => [p.key, p])),
);

/** Returns the property named `key`; if a key occurs twice, the last one, as in the app. */
export function property(node: Node | undefined, key: string): PropertyNode | undefined {
  if (node?.type !== 'object') return undefined;
  const { properties } = node;
  if (properties.length > few) return indexOf(node).get(key);
  for (let i = properties.length - 1; i >= 0; i--) if (properties[i]?.key === key) return properties[i];
  return undefined;
}

/** Returns the value of the property named `key`. */
export const child = (node: Node | undefined, key: string): Node | undefined => property(node, key)?.valueNode;

/** Returns the value of a string node, otherwise undefined. */
export const stringOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' ? (node.value as string) : undefined;

/** Returns the strings of `node`: the string items of a list, or a single string itself. */
export const strings = (node: Node | undefined): ScalarNode[] =>
  (node?.type === 'array' ? node.items : node ? [node] : []).filter(
    (item): item is ScalarNode => item.type === 'string',
  );

/** Returns the properties of an object node, none for other nodes. */
export const propertiesOf = (node: Node | undefined): readonly PropertyNode[] =>
  node?.type === 'object' ? node.properties : [];

/** Returns the items of an array node, none for other nodes. */
export const itemsOf = (node: Node | undefined): readonly Node[] => (node?.type === 'array' ? node.items : []);

/** Returns the node at `path` below `root`. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const step of path) node = typeof step === 'number' ? itemsOf(node)[step] : child(node, step);
  return node;
}

/** Lists up to this length are searched each time; for longer ones the indices are kept. */
const fewItems = 16;

const placesIn = derived((items: readonly Node[]) => new Map(items.map((item, i) => [item, i] as const)));

const placeIn = (items: readonly Node[], item: Node): number =>
  items.length <= fewItems ? items.indexOf(item) : (placesIn(items).get(item) ?? -1);

/** Returns the path from the root to `node`. */
export function pathOf(node: Node): Path {
  const path: (string | number)[] = [];
  for (let at: Node = node; ; ) {
    const parent = at.parent;
    if (!parent) return path.reverse();
    if (parent.type === 'property') {
      path.push(parent.key);
      at = parent.parent;
    } else {
      path.push(placeIn(parent.items, at));
      at = parent;
    }
  }
}

/** Returns the plain value of a tree. If a key occurs twice, its last value counts; `__proto__` is an ordinary key. */
export function toValue(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.type === 'array') return node.items.map(toValue);
  if (node.type !== 'object') return node.value;
  const value: Record<string, unknown> = {};
  for (const { key, valueNode } of node.properties) {
    const inner = toValue(valueNode);
    if (inner === undefined) continue;
    if (key === '__proto__')
      Object.defineProperty(value, key, { value: inner, enumerable: true, configurable: true, writable: true });
    else value[key] = inner;
  }
  return value;
}

/** Yields every node of a tree, parents first. */
export function* walk(node: Node | undefined): Generator<Node> {
  if (!node) return;
  yield node;
  if (node.type === 'array') for (const item of node.items) yield* walk(item);
  if (node.type === 'object') for (const p of node.properties) yield* walk(p.valueNode);
}
