import type { Diagnostic, TextRange } from '../base/text.ts';

/**
 * Moves findings of `before` to their ranges in `after`: findings before the edit stay, those after it move along, and those
 * that overlap it are dropped, since the edit may have fixed them. Their fixes are left out, since the edits refer to the older
 * text.
 */
export function moved(diagnostics: readonly Diagnostic[], before: string, after: string): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shortest - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const end = before.length - tail;
  const shift = after.length - before.length;
  const move = (range: TextRange): TextRange | undefined =>
    range.end <= start
      ? range
      : range.start >= end
        ? { start: range.start + shift, end: range.end + shift }
        : undefined;
  return diagnostics.flatMap(({ fixes: _, ...diagnostic }) => {
    const range = move(diagnostic.range);
    return range ? [{ ...diagnostic, range }] : [];
  });
}
