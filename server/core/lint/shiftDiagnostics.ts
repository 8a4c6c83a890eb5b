import type { Diagnostic, TextRange } from '../base/text.ts';

/**
 * Findings of `before` at their places in `after`: those before the edited stretch stay, those behind it move along, and
 * those that it touches are dropped, since they may be cured. Their fixes are left out: the edits belong to the older text.
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
