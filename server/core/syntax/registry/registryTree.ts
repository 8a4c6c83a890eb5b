import type { TextRange } from '../../base/text.ts';
import type { Mutable, Node, ObjectNode, PropertyNode, ScalarNode } from '../node.ts';
import type { RegistrySection, RegistryValue } from '../syntax.ts';
import { isPolicySection } from './registryScan.ts';

/**
 * Returns the values of the app's own keys as one object; undefined if the file has no such key. The default value `@` has no
 * name and is left out.
 */
export function treeOf(text: string, sections: readonly RegistrySection[]): ObjectNode | undefined {
  const own = sections.filter(isPolicySection);
  const [first] = own;
  const last = own.at(-1);
  if (!first || !last) return undefined;
  const start = text.lastIndexOf('[', first.range.start);
  const headerEnd = text[last.range.end] === ']' ? last.range.end + 1 : last.range.end;
  const range = { start, end: last.values.at(-1)?.range.end ?? headerEnd };
  const root: Mutable<ObjectNode> = { type: 'object', range, parent: undefined, properties: [] };
  root.properties = own.flatMap(({ values }) =>
    values.filter(({ name }) => name !== '').map((value) => propertyOf(text, value, root)),
  );
  return root;
}

function propertyOf(text: string, value: RegistryValue, parent: ObjectNode): PropertyNode {
  const { start } = value.nameRange;
  const node: Mutable<PropertyNode> = {
    type: 'property',
    range: { start, end: value.range.end },
    parent,
    key: value.name,
    keyNode: textNode(text, value.nameRange, value.name, undefined),
    valueNode: undefined,
  };
  node.valueNode = dataNode(text, value, node);
  return node;
}

function dataNode(text: string, { type, range, text: said }: RegistryValue, parent: PropertyNode): Node | undefined {
  if (said === undefined) return undefined;
  if (type === 'REG_DWORD') return { type: 'number', range, inner: range, value: Number(said), parent };
  return type === 'REG_SZ' ? textNode(text, range, said, parent) : undefined;
}

/** Returns a node for a string in quotes, the last of which may be missing, or in bytes. */
function textNode(text: string, range: TextRange, value: string, parent: PropertyNode | undefined): ScalarNode {
  const isQuoted = text[range.start] === '"';
  const inner = isQuoted ? innerRange(text, range) : range;
  return { type: 'string', range, inner, value, parent };
}

/** Returns the range between quotes. An escaped quote at the end does not close the string. */
export function innerRange(text: string, { start, end }: TextRange): TextRange {
  let backslashes = 0;
  while (text[end - 2 - backslashes] === '\\' && end - 2 - backslashes > start) backslashes++;
  const isClosed = end - start > 1 && text[end - 1] === '"' && backslashes % 2 === 0;
  return { start: start + 1, end: isClosed ? end - 1 : end };
}
