import type { TextRange } from '../../base/text.ts';
import type { RegistryValue, SyntaxProblem } from '../syntax.ts';
import { decodeAscii, decodeNumber, decodeUtf16, readBytes, upToZero, zeroLines } from './registryBytes.ts';
import * as problems from './registryProblems.ts';
import { afterBreak, lineEnd, readText, trimmedEnd, unescapeText } from './registryText.ts';

/** The data after the `=` of a value. */
export interface Data extends Pick<RegistryValue, 'type' | 'range' | 'text'> {
  /** Returns what is wrong with it; computed only on demand. */
  readonly problem?: () => SyntaxProblem | undefined;
}

/** The types of `hex(n)`; policies do not use other numbers. */
const hexTypes: Readonly<Record<number, RegistryValue['type']>> = {
  1: 'REG_SZ',
  2: 'REG_EXPAND_SZ',
  3: 'REG_BINARY',
  4: 'REG_DWORD',
  7: 'REG_MULTI_SZ',
  11: 'REG_QWORD',
};

/**
 * Parses the data at `start`, after the `=` and its spaces.
 * @param isOld the file is in REGEDIT4 format, in which strings are bytes of a code page.
 */
export function readData(text: string, start: number, isOld: boolean): Data {
  const first = text[start];
  if (first === '"') return readString(text, start);
  const end = lineEnd(text, start);
  const kind = /(dword|hex)(?:\(([\da-f]{1,8})\))?:/iy;
  kind.lastIndex = start;
  const found = kind.exec(text);
  if (found?.[1]?.toLowerCase() === 'hex') {
    const type = found[2] === undefined ? 'REG_BINARY' : (hexTypes[Number.parseInt(found[2], 16)] ?? 'UNKNOWN');
    return readHex(text, { start, end: continuedEnd(text, start) }, kind.lastIndex, type, isOld);
  }
  const range = { start, end: beforeComment(text, start, end) };
  if (found && found[2] === undefined) return readDword(text, range, kind.lastIndex);
  const data = text.slice(range.start, range.end);
  if (data === '-') return { type: 'DELETE', range, text: undefined };
  return { type: 'UNKNOWN', range, text: undefined, problem: () => problems.unknownType(text, range) };
}

function readString(text: string, start: number): Data {
  const token = readText(text, start);
  const isWrong = !token.closed || token.rawQuote !== undefined || token.rawBackslash !== undefined;
  const said = unescapeText(text.slice(token.inner.start, token.inner.end));
  return {
    type: 'REG_SZ',
    range: token.range,
    text: said,
    ...(isWrong && { problem: () => problems.ofText(text, token) }),
  };
}

function readDword(text: string, range: TextRange, digitsStart: number): Data {
  const digits = text.slice(digitsStart, range.end).trim();
  if (/^[\da-f]{1,8}$/i.test(digits)) return { type: 'REG_DWORD', range, text: String(Number.parseInt(digits, 16)) };
  return { type: 'UNKNOWN', range, text: undefined, problem: () => problems.badDword(text, range, digitsStart) };
}

function readHex(
  text: string,
  range: TextRange,
  bytesStart: number,
  type: RegistryValue['type'],
  isOld: boolean,
): Data {
  const bytes = readBytes(text, bytesStart, range.end)?.values;
  if (!bytes) return { type: 'UNKNOWN', range, text: undefined, problem: () => problems.badBytes(range, bytesStart) };
  return { type, range, text: saidBy(type, bytes, isOld) };
}

function saidBy(type: RegistryValue['type'], bytes: readonly number[], isOld: boolean): string | undefined {
  if (type === 'REG_DWORD') return bytes.length === 4 ? decodeNumber(bytes) : undefined;
  if (type === 'REG_QWORD') return bytes.length === 8 ? decodeNumber(bytes) : undefined;
  if (type === 'REG_BINARY' || type === 'UNKNOWN') return undefined;
  const letters = isOld ? decodeAscii(bytes) : decodeUtf16(bytes);
  if (letters === undefined) return undefined;
  return type === 'REG_MULTI_SZ' ? zeroLines(letters) : upToZero(letters);
}

/** Returns the end of a line's content before a comment. */
function beforeComment(text: string, start: number, end: number): number {
  const comment = text.slice(start, end).search(/(?:^|[ \t]);/);
  return trimmedEnd(text, start, comment < 0 ? end : start + comment);
}

/** Returns the end of bytes that continue on the next line after each trailing backslash. */
function continuedEnd(text: string, start: number): number {
  for (let at = start; ; ) {
    const end = lineEnd(text, at);
    const last = beforeComment(text, at, end);
    if (text[last - 1] !== '\\' || end >= text.length) return last;
    at = afterBreak(text, end);
  }
}
