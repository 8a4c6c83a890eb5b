/**
 * Returns the start of the line at `offset`. A line ends with `\n`, `\r\n` or a lone `\r`. The time depends only on the length
 * of the line: `lastIndexOf` would search the whole text for a line break that it does not contain.
 */
export function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

/** Returns the end of the line at `offset`, before its line break. */
export function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

/** Returns the start of the line after the one at `offset`; at the last line, the end of the text. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
}
