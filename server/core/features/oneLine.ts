import type { TextRange } from '../base/text.ts';

/** Returns the part of a range that is on the line of `offset`: editors reject a completion that replaces more. */
export function oneLine(text: string, { start, end }: TextRange, offset: number): TextRange {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  const lineEnd = newline < 0 ? text.length : newline;
  return { start: start < lineStart ? offset : start, end: Math.min(Math.max(end, offset), lineEnd) };
}
