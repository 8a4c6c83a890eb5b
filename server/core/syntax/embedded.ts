import type { TextRange } from '../text.ts';
import { json } from './json.ts';
import type { ArrayNode, Node, ObjectNode, PropertyNode, ScalarNode } from './node.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Place = (range: TextRange) => TextRange;

/**
 * The tree of a JSON text that is written inside a string, with ranges of the outer file.
 * @returns undefined when the text is not JSON.
 */
export function embedded(outer: ScalarNode): Node | undefined {
  const text = String(outer.value);
  const { root, problems } = json.parse(text);
  return root && problems.length === 0 ? copy(root, outer.parent, placer(text, outer.inner, outer.range)) : undefined;
}

/**
 * Turns ranges of the decoded text into ranges of the file. The tree does not hold the raw text, but escapes have usual
 * lengths: when these fill the string exactly, or when there are none, the mapping is exact; else everything stands on the whole string.
 */
function placer(text: string, inner: TextRange, whole: TextRange): Place {
  const length = inner.end - inner.start;
  if (length === text.length) return ({ start, end }) => ({ start: inner.start + start, end: inner.start + end });
  const offsets = new Array<number>(text.length + 1);
  let at = inner.start;
  for (let i = 0; i < text.length; i++) {
    offsets[i] = at;
    at += '"\\\n\r\t\b\f'.includes(text.charAt(i)) ? 2 : 1;
  }
  offsets[text.length] = at;
  if (at !== inner.end) return () => whole;
  return ({ start, end }) => ({ start: offsets[start] ?? inner.start, end: offsets[end] ?? inner.end });
}

function copy(node: Node, parent: PropertyNode | ArrayNode | undefined, place: Place): Node {
  const range = place(node.range);
  if (node.type === 'array') {
    const array: Mutable<ArrayNode> = { type: 'array', range, parent, items: [] };
    array.items = node.items.map((item) => copy(item, array, place));
    return array;
  }
  if (node.type !== 'object') return { ...node, range, parent, inner: place(node.inner) };
  const object: Mutable<ObjectNode> = { type: 'object', range, parent, properties: [] };
  object.properties = node.properties.map((from) => {
    const keyNode = { ...from.keyNode, range: place(from.keyNode.range), inner: place(from.keyNode.inner) };
    const property: Mutable<PropertyNode> = {
      type: 'property',
      range: place(from.range),
      parent: object,
      key: from.key,
      keyNode,
      valueNode: undefined,
    };
    property.valueNode = from.valueNode && copy(from.valueNode, property, place);
    return property;
  });
  return object;
}
