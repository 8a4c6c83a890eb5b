import type { TextRange } from '../../base/text.ts';
import type { EmbeddedText } from '../node.ts';
import { decodeUtf16, readBytes, upToZero } from './registryBytes.ts';

/**
 * Escapes `text` for the quotes of a registry file. Line breaks become spaces: the text is JSON or a single line. Each
 * character is escaped independently.
 */
export const encodeText = (text: string): string =>
  text.replace(/[\\"]/g, '\\$&').replaceAll('\r', '').replaceAll('\n', ' ');

/**
 * A string value: `closed` is false if its quote is missing; `rawQuote` and `rawBackslash` are the first characters that should
 * be escaped.
 */
export interface TextToken {
  readonly range: TextRange;
  readonly inner: TextRange;
  readonly closed: boolean;
  readonly rawQuote?: number;
  readonly rawBackslash?: number;
}

/** Matches the beginning of a line that does not belong to a string: the next value or key. */
const entryStart = /[ \t]*(?:\[-?HKEY_|@[ \t]*=|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*){0,999}"[ \t]*=)/iy;
const blankOrEntry = /[ \t]*(?:;|[\r\n]|$|\[-?HKEY_|@[ \t]*=|"[^"\\\r\n]*(?:\\.[^"\\\r\n]*){0,999}"[ \t]*=)/iy;

/** Matches what may follow a string. */
const restOfLine = /[ \t]*(?:;|[\r\n]|$)/y;

const quote = 34;
const backslash = 92;

const matchesAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Returns the end of the line that contains `at`, without its line break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
  }
  return end;
}

/** Returns the start of the next line after a line break at `at`. */
export const afterBreak = (text: string, at: number): number =>
  text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);

/** Returns the lines that a range touches, including the line break after them. */
export function wholeLines(text: string, { start, end }: TextRange): TextRange {
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1));
  return { start: before + 1, end: afterBreak(text, lineEnd(text, end)) };
}

/** Returns the end of a line's content from `from` on, without trailing spaces. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
  return at;
}

/**
 * Parses the string that opens with the quote at `start`; it may span lines. A quote that is followed by more text counts as an
 * unescaped one.
 */
export function readText(text: string, start: number): TextToken {
  let rawBackslash: number | undefined;
  const firstLine = trimmedEnd(text, start + 1, lineEnd(text, start));
  const open = { range: { start, end: firstLine }, inner: { start: start + 1, end: firstLine }, closed: false };
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) {
      const next = text.charCodeAt(at + 1);
      if (next === backslash || next === quote) at++;
      else rawBackslash ??= at;
    } else if (code === quote) {
      const isEnd = matchesAt(restOfLine, text, at + 1);
      const token = isEnd ? closedAt(start, at) : (untilLastQuote(text, start, at) ?? closedAt(start, at));
      return {
        ...token,
        ...(!isEnd && { rawQuote: at }),
        ...(rawBackslash !== undefined && { rawBackslash }),
      };
    } else if ((code === 10 || code === 13) && matchesAt(entryStart, text, afterBreak(text, at))) break;
  }
  return { ...open, ...(rawBackslash !== undefined && rawBackslash < firstLine && { rawBackslash }) };
}

const closedAt = (start: number, quote: number): TextToken => ({
  range: { start, end: quote + 1 },
  inner: { start: start + 1, end: quote },
  closed: true,
});

/** If a string contains unescaped quotes, it extends to the quote at the end of a line after which something else begins. */
function untilLastQuote(text: string, start: number, from: number): TextToken | undefined {
  for (let at = from; ; ) {
    const end = lineEnd(text, at);
    const last = trimmedEnd(text, at, end) - 1;
    const next = afterBreak(text, end);
    if (last > from && text[last] === '"' && matchesAt(blankOrEntry, text, next)) return closedAt(start, last);
    if (next >= text.length || matchesAt(entryStart, text, next)) return undefined;
    at = next;
  }
}

/** Returns the decoded text between two quotes. */
export const unescapeText = (raw: string): string => (raw.includes('\\') ? raw.replace(/\\(["\\])/g, '$1') : raw);

/** Returns the decoded text between two quotes, with the offset of each character. A backslash that escapes nothing is literal. */
export function decodeText(text: string, { start, end }: TextRange): EmbeddedText {
  const offsets: number[] = [];
  let decoded = '';
  for (let at = start; at < end; at++) {
    offsets.push(at);
    const next = text[at + 1];
    if (text[at] === '\\' && at + 1 < end && (next === '\\' || next === '"')) at++;
    decoded += text[at];
  }
  offsets.push(end);
  return { text: decoded, offsets, encode: encodeText };
}

/**
 * Decodes a text that is written as UTF-16 bytes, `hex(1):7b,00,…,00,00`; undefined without the terminating zero, since nothing
 * could be inserted before it.
 */
export function decodeHexText(text: string, { start, end }: TextRange): EmbeddedText | undefined {
  const bytes = readBytes(text, text.indexOf(':', start) + 1, end);
  const letters = bytes && decodeUtf16(bytes.values);
  const decoded = upToZero(letters ?? '');
  if (!bytes || decoded.length === letters?.length || letters === undefined) return undefined;
  const offsets = bytes.offsets.filter((_, index) => index % 2 === 0).slice(0, decoded.length + 1);
  return { text: decoded, offsets, encode: encodeHexText };
}

const encodeHexText = (text: string): string => {
  let bytes = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += `${hexByte(code & 255)},${hexByte(code >> 8)},`;
  }
  return bytes;
};

const hexByte = (byte: number): string => byte.toString(16).padStart(2, '0');
