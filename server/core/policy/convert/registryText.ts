import { ConvertError, type PolicyEntry, type WriteOptions } from './policyFormat.ts';
import { textOf } from './valueText.ts';

const lineEnd = '\r\n';
/** The maximum length in characters of a line of data that the registry editor writes. */
const longestLine = 79;

/** Writes a file that the registry editor can import. Every value is a REG_SZ, as documented. */
export function writeRegistry(entries: readonly PolicyEntry[], { isUserPolicy = false }: WriteOptions): string {
  const seen = new Map<string, string>();
  const lines = entries.map(({ key, value }) => {
    const name = nameOf(key, seen);
    return entryLine(name, textOf(value));
  });
  const hive = isUserPolicy ? 'HKEY_CURRENT_USER' : 'HKEY_LOCAL_MACHINE';
  const head = ['Windows Registry Editor Version 5.00', '', `[${hive}\\SOFTWARE\\Policies\\Claude]`];
  return [...head, ...lines, '', ''].join(lineEnd);
}

/** @throws ConvertError for names that the registry does not distinguish, and names that a file cannot represent. */
function nameOf(key: string, seen: Map<string, string>): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with one breaks the line
  if (key === '' || /[\u0000-\u001f\u2028\u2029]/.test(key))
    throw new ConvertError('A registry file cannot contain a key with an empty name or a line break in its name.');
  const other = seen.get(key.toLowerCase());
  if (other !== undefined)
    throw new ConvertError(`The registry cannot distinguish \`${other}\` from \`${key}\`: it ignores case.`);
  seen.set(key.toLowerCase(), key);
  return `"${escaped(key)}"`;
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');

/** Strings with line breaks or control characters are written as bytes, since a parser may lose them between quotes. */
function entryLine(name: string, text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
  return /[\u0000-\u001f\u007f]|\p{Surrogate}/u.test(text)
    ? `${name}=${bytesOf(text, name.length)}`
    : `${name}="${escaped(text)}"`;
}

/** Returns `hex(1):` with the UTF-16 bytes of the text and its terminator, in lines that end with a backslash. */
function bytesOf(text: string, taken: number): string {
  if (text.includes('\u0000')) throw new ConvertError('The registry cannot store a string that contains NUL.');
  const bytes = [...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)), 0].flatMap((unit) => [
    unit & 0xff,
    unit >> 8,
  ]);
  const lines: string[] = [];
  let line = 'hex(1):';
  let room = longestLine - taken - 1;
  for (const [index, byte] of bytes.entries()) {
    const piece = `${byte.toString(16).padStart(2, '0')}${index < bytes.length - 1 ? ',' : ''}`;
    if (line.length + piece.length + 1 > room && line !== 'hex(1):') {
      lines.push(`${line}\\`);
      line = '  ';
      room = longestLine;
    }
    line += piece;
  }
  return [...lines, line].join(lineEnd);
}
