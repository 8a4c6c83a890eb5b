import { lineEnd, lineStart } from '../base/lineAround.ts';
import type { TextRange } from '../base/text.ts';

/** Returns the part of a range that is on the line of `offset`: editors reject a completion that replaces more. */
export function oneLine(text: string, { start, end }: TextRange, offset: number): TextRange {
  return {
    start: start < lineStart(text, offset) ? offset : start,
    end: Math.min(Math.max(end, offset), lineEnd(text, offset)),
  };
}
