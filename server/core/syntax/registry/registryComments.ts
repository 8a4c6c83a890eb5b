import { contains, type TextEdit } from '../../base/text.ts';
import { insertLine, lineAbove } from '../comments.ts';
import type { Comment, Parsed } from '../syntax.ts';
import { afterBreak, lineEnd } from './registryText.ts';

/** Yields lines that begin with `;`, outside of multi-line strings. */
export function* registryComments(text: string, { container }: Parsed): Generator<Comment> {
  const values = container?.format === 'registry' ? container.sections.flatMap((section) => section.values) : [];
  for (const { index, 0: line } of text.matchAll(/;.*$/gm)) {
    const range = { start: index, end: index + line.length };
    const before = text.slice(Math.max(text.lastIndexOf('\n', index), text.lastIndexOf('\r', index)) + 1, index);
    if (before.trim() !== '' || values.some((value) => contains(value.range, range))) continue;
    yield { range, inner: { start: index + 1, end: range.end } };
  }
}

/** Inserts a comment above the value at `offset`, or below the file's header line. */
export function addRegistryComment(
  text: string,
  { root }: Parsed,
  offset: number | undefined,
  remark: string,
): TextEdit | undefined {
  const at = offset === undefined ? afterBreak(text, lineEnd(text, 0)) : lineAbove(text, root, offset);
  return at === undefined ? undefined : insertLine(text, at, `; ${remark}`);
}
