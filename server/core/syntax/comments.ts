import type { TextEdit, TextRange } from '../base/text.ts';
import { type Node, type PropertyNode, propertiesOf } from './node.ts';

/**
 * Returns the start of the line of the innermost property around `offset` that begins its line, above which a comment can be
 * inserted. Properties of embedded text do not count.
 * @param lead matches what may precede the property on its line.
 */
export function lineAbove(
  text: string,
  root: Node | undefined,
  offset: number,
  lead: RegExp = /^[ \t]*$/,
): number | undefined {
  let found: number | undefined;
  for (const { range } of propertiesAround(root, offset)) {
    const start = lineStart(text, range.start);
    if (lead.test(text.slice(start, range.start))) found = start;
  }
  return found;
}

/** Yields the properties that contain `offset`, the outermost first. */
function* propertiesAround(node: Node | undefined, offset: number): Generator<PropertyNode> {
  const around = ({ range }: { range: TextRange }) => range.start <= offset && offset <= range.end;
  const inner = node?.type === 'array' ? node.items : propertiesOf(node).flatMap(({ valueNode }) => valueNode ?? []);
  for (const property of propertiesOf(node)) if (around(property) && !property.embedded) yield property;
  for (const value of inner) if (around(value) && !value.embedded) yield* propertiesAround(value, offset);
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

/** Inserts `comment` as a separate line before the line that starts at `at`, with the same indentation. */
export function insertLine(text: string, at: number, comment: string): TextEdit {
  const indent = /[ \t]*/y;
  indent.lastIndex = at;
  const blanks = indent.exec(text)?.[0] ?? '';
  return { range: { start: at, end: at }, newText: `${blanks}${comment}${text.includes('\r\n') ? '\r\n' : '\n'}` };
}
