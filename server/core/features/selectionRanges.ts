import { contains, type TextRange, touches } from '../base/text.ts';
import type { Document } from '../model.ts';
import { itemsOf, type Node, propertiesOf } from '../syntax/node.ts';
import { parse } from '../workspace/parse.ts';
import { markdownRanges } from './markdownRanges.ts';

/**
 * Returns the ranges to which a selection at `offset` expands: the word, the content of a string, the string, the property, the
 * content of the braces, the object … up to the file; in Markdown the line, the block, the sections. Each range contains the
 * one before.
 */
export function selectionRanges(document: Document, offset: number): TextRange[] {
  const { text } = document;
  const parsed = parse(document);
  const found = [
    wordAt(text, offset),
    ...aroundIn(parsed.root, offset),
    ...frontMatterRanges(text, parsed.frontMatter, parsed.body),
    ...(parsed.body !== undefined && offset >= parsed.body ? markdownRanges(document, parsed.body, offset) : []),
    { start: 0, end: text.length },
  ].filter((range) => touches(range, offset));
  const chain: TextRange[] = [];
  for (const range of found.sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const last = chain.at(-1);
    if (!last || (contains(range, last) && lengthOf(range) > lengthOf(last))) chain.push(range);
  }
  return chain;
}

const lengthOf = ({ start, end }: TextRange): number => end - start;

/** Returns the range of a name, including `-`, such as `read-tides`; empty if there is none. */
function wordAt(text: string, offset: number): TextRange {
  const before =
    /(?<![\p{L}\p{N}_-])[\p{L}\p{N}_-]*$/u.exec(text.slice(Math.max(0, offset - longestWord), offset))?.[0] ?? '';
  const behind = /^[\p{L}\p{N}_-]*/u.exec(text.slice(offset, offset + longestWord))?.[0] ?? '';
  return { start: offset - before.length, end: offset + behind.length };
}
const longestWord = 200;

/** Yields the node and its descendants that `offset` touches, with their parts. */
function* aroundIn(node: Node | undefined, offset: number): Generator<TextRange> {
  if (!node) return;
  yield node.range;
  if ('inner' in node) yield node.inner;
  const properties = propertiesOf(node);
  const inside = [...properties, ...itemsOf(node)].map(({ range }) => range);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first && last) yield { start: first.start, end: last.end };
  for (const { range, keyNode, valueNode } of properties) {
    if (!touches(range, offset)) continue;
    yield* [range, keyNode.range, keyNode.inner];
    yield* aroundIn(valueNode, offset);
  }
  for (const item of itemsOf(node)) if (touches(item.range, offset)) yield* aroundIn(item, offset);
}

/** Yields the front matter without and with its `---` lines. */
function frontMatterRanges(text: string, range: TextRange | undefined, body: number | undefined): TextRange[] {
  if (!range || body === undefined) return [];
  const trimmed = (start: number, end: number) => ({ start, end: start + text.slice(start, end).trimEnd().length });
  return [trimmed(range.start, range.end), trimmed(0, body)];
}
