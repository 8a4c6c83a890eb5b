/** Values up to this number of characters stay on one line. */
const shortLine = 80;

/** Returns the indentation of the line that contains `offset`, and the next deeper one in the style of the text. */
export function lineIndent(text: string, offset: number): { outer: string; inner: string } {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const outer = /^[ \t]*/.exec(line)?.[0] ?? '';
  return { outer, inner: outer + indentUnit(text) };
}

/** Returns one step of indentation in this text, taken from its first indented line; two spaces if there is none. */
const indentUnit = (text: string): string => /\n(\t| {2,8})(?=\S)/.exec(text)?.[1] ?? '  ';

/** Returns `value` as JSON: on one line if it is short or the whole text is one line, otherwise with the text's own indentation. */
export function writeJson(text: string, value: unknown, indent: string): string {
  const oneLine = spaced(value);
  if (oneLine.length <= shortLine || (text !== '' && !text.includes('\n'))) return oneLine;
  return JSON.stringify(value, null, indentUnit(text)).replaceAll('\n', `\n${indent}`);
}

/** Returns JSON on one line with a space after each colon and comma and inside braces. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
