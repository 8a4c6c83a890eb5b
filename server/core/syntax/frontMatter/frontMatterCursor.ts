import { contains, type TextRange, touches } from '../../base/text.ts';
import { type Node, propertiesOf, property, walk } from '../node.ts';
import type { Cursor, Parsed } from '../syntax.ts';
import { yamlWriter } from './yamlWriter.ts';

/** Returns the cursor in front matter from its line alone, since half-typed YAML has no usable tree. */
export function yamlCursor(text: string, parsed: Parsed, offset: number): Cursor {
  const place = placeOf(text, parsed, offset);
  const hasValue = /^[ \t]*:/.test(text.slice(place.replace.end, place.replace.end + 100));
  return { ...place, hasValue, writer: yamlWriter(text, place.replace) };
}

function placeOf(text: string, parsed: Parsed, offset: number): Omit<Cursor, 'writer'> {
  const nothing = { node: undefined, expects: 'nothing', replace: { start: offset, end: offset } } as const;
  const block = parsed.frontMatter;
  if (!block || !touches(block, offset)) return nothing;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(lineStart, offset);
  const list = innermost(parsed.root, offset, 'array');
  if (/^\s*#/.test(before)) return nothing;
  const item = /^(\s*)-\s+(\S*)$/.exec(before);
  if (item) {
    const owner = ownerOf(text, parsed, lineStart, item[1] ?? '', true);
    return { node: owner?.valueNode ?? list, expects: 'value', property: owner, replace: token(text, offset) };
  }
  if (/^\s*[\w-]*$/.test(before)) {
    const indent = /^\s*/.exec(before)?.[0] ?? '';
    const owner = indent === '' ? undefined : ownerOf(text, parsed, lineStart, indent, false);
    const node = indent === '' ? parsed.root : owner?.valueNode;
    return { node, expects: indent === '' || owner ? 'key' : 'nothing', property: owner, replace: word(text, offset) };
  }
  const pair = /^\s*([\w-]+):\s*/.exec(before);
  if (!pair) return nothing;
  const name = token(text, offset);
  const replace = { start: Math.max(name.start, lineStart + pair[0].length), end: name.end };
  // Nothing may follow the closing bracket of a list.
  if (list && list.range.end === offset && /\]$/.test(before)) return nothing;
  if (list && list.range.start < offset) return { node: list, expects: 'value', replace };
  const owner = objectAt(parsed.root, lineStart + pair[0].length) ?? parsed.root;
  return { node: owner, expects: 'value', property: property(owner, pair[1] ?? ''), replace };
}

function innermost(root: Node | undefined, offset: number, type: Node['type']): Node | undefined {
  let found: Node | undefined;
  for (const node of walk(root)) if (node.type === type && touches(node.range, offset)) found = node;
  return found;
}

const objectAt = (root: Node | undefined, offset: number): Node | undefined => innermost(root, offset, 'object');

/** Returns the property to which an indented line belongs: the nearest line above with less indentation. */
function ownerOf(text: string, parsed: Parsed, lineStart: number, indent: string, sameColumn: boolean) {
  const lines = text.slice(parsed.frontMatter?.start ?? 0, lineStart).split('\n');
  for (const line of lines.reverse()) {
    const pair = /^(\s*)([\w-]+):/.exec(line);
    if (!pair || (pair[1] ?? '').length > indent.length - (sameColumn ? 0 : 1)) continue;
    for (const node of walk(parsed.root)) {
      const found = propertiesOf(node).find(
        (p) => p.key === pair[2] && contains({ start: 0, end: lineStart }, p.keyNode.range),
      );
      if (found) return found;
    }
  }
  return undefined;
}

const spread = (text: string, offset: number, before: RegExp, after: RegExp): TextRange => ({
  start: offset - (before.exec(text.slice(Math.max(0, offset - 200), offset))?.[0].length ?? 0),
  end: offset + (after.exec(text.slice(offset, offset + 200))?.[0].length ?? 0),
});

const word = (text: string, offset: number): TextRange => spread(text, offset, /(?<![\w-])[\w-]*$/, /^[\w-]*/);

/** Returns the range of one name in a list, also in a list that is written as a string: `tools: Read, Gr`. */
const token = (text: string, offset: number): TextRange =>
  spread(text, offset, /(?<![^\s,[\]"'])[^\s,[\]"']*$/, /^[^\s,[\]"']*/);
