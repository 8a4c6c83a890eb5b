import { derived } from '../base/derived.ts';
import type { TextRange } from '../base/text.ts';

/**
 * The one tree for all syntaxes: JSON, YAML front matter and the layers around them come out as this.
 * Every node has its exact range in the file (for a string: with its quotes).
 */
export type Node = ObjectNode | ArrayNode | ScalarNode;

interface NodeBase {
  readonly range: TextRange;
  readonly parent: PropertyNode | ArrayNode | undefined;
  /** Set where the node stands in a text inside the text, such as JSON in an XML string. */
  readonly embedded?: Embedded<Node>;
}

/** A text inside a text. */
export interface EmbeddedText {
  readonly text: string;
  /** Where each UTF-16 unit of `text` starts in the file; one more for the end. */
  readonly offsets: readonly number[];
  /** How a piece of embedded text is written in the file. */
  encode(text: string): string;
}

/** The text inside the text that holds a node, and the node as it stands there, with ranges of that embedded text. */
export interface Embedded<N> {
  readonly in: EmbeddedText;
  readonly node: N;
  /** The embedded text breaks the rules of its syntax: the tree is what could be read of it. */
  readonly isBroken: boolean;
}

export interface ObjectNode extends NodeBase {
  readonly type: 'object';
  readonly properties: readonly PropertyNode[];
  /** Set where the object is a view that a kind made for its rules: the root of the file. */
  readonly original?: ObjectNode;
}

export interface ArrayNode extends NodeBase {
  readonly type: 'array';
  readonly items: readonly Node[];
}

/** A string, number, boolean or null; `alias` marks a YAML alias, whose value is null here since aliases are not followed. */
export interface ScalarNode extends NodeBase {
  readonly type: 'string' | 'number' | 'boolean' | 'null';
  readonly value: string | number | boolean | null;
  /** The range of a string's text without its quotes; the whole range for others. */
  readonly inner: TextRange;
  readonly alias?: true;
}

/** `key: value`. Half-typed text has a key and no value. */
export interface PropertyNode {
  readonly type: 'property';
  readonly range: TextRange;
  readonly parent: ObjectNode;
  readonly key: string;
  readonly keyNode: ScalarNode;
  readonly embedded?: Embedded<PropertyNode>;
  /** Set where a view shows the property under another key: the property as the file has it. */
  readonly original?: PropertyNode;
  readonly valueNode: Node | undefined;
}

/** A node while it is built. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The way from the root: a key for a step into an object, an index for a step into an array. */
export type Path = readonly (string | number)[];

/** An object with more keys than this is searched by an index. */
const few = 32;
const indexOf = derived(
  ({ properties }: ObjectNode): ReadonlyMap<string, PropertyNode> => new Map(properties.map((p) => [p.key, p])),
);

/** The property called `key`; where a key stands twice the last counts, as in the app. */
export function property(node: Node | undefined, key: string): PropertyNode | undefined {
  if (node?.type !== 'object') return undefined;
  return node.properties.length > few ? indexOf(node).get(key) : node.properties.findLast((p) => p.key === key);
}

/** The value of the property called `key`. */
export const child = (node: Node | undefined, key: string): Node | undefined => property(node, key)?.valueNode;

/** The text of a string node, else undefined. */
export const stringOf = (node: Node | undefined): string | undefined =>
  node?.type === 'string' ? (node.value as string) : undefined;

/** The strings of `node`: of a list its string items, of a single string itself. */
export const strings = (node: Node | undefined): ScalarNode[] =>
  (node?.type === 'array' ? node.items : node ? [node] : []).filter(
    (item): item is ScalarNode => item.type === 'string',
  );

/** The properties of an object node, none for others. */
export const propertiesOf = (node: Node | undefined): readonly PropertyNode[] =>
  node?.type === 'object' ? node.properties : [];

/** The items of an array node, none for others. */
export const itemsOf = (node: Node | undefined): readonly Node[] => (node?.type === 'array' ? node.items : []);

/** The node at `path` below `root`. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const step of path) node = typeof step === 'number' ? itemsOf(node)[step] : child(node, step);
  return node;
}

/** So many items are looked through each time; of longer lists the places are kept. */
const fewItems = 16;

const placesIn = derived((items: readonly Node[]) => new Map(items.map((item, i) => [item, i] as const)));

const placeIn = (items: readonly Node[], item: Node): number =>
  items.length <= fewItems ? items.indexOf(item) : (placesIn(items).get(item) ?? -1);

/** The way from the root to `node`. */
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

/** The plain value of a tree. A key that stands twice has its last value; `__proto__` is an ordinary key. */
export function toValue(node: Node | undefined): unknown {
  if (!node) return undefined;
  if (node.type === 'array') return node.items.map(toValue);
  if (node.type !== 'object') return node.value;
  const entries = node.properties.map((p) => [p.key, toValue(p.valueNode)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Every node of a tree, parents first. */
export function* walk(node: Node | undefined): Generator<Node> {
  if (!node) return;
  yield node;
  if (node.type === 'array') for (const item of node.items) yield* walk(item);
  if (node.type === 'object') for (const p of node.properties) yield* walk(p.valueNode);
}
