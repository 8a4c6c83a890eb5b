import type { TextEdit, TextRange } from '../../base/text.ts';
import type { SyntaxProblem } from '../syntax.ts';
import { decodeText, encodeText, type TextToken } from './registryText.ts';

/** Messages and fixes for a registry file that Windows cannot import. */

const fix = (title: string, range: TextRange, newText: string) => ({ fix: { title, edits: [{ range, newText }] } });

export const header = 'Windows Registry Editor Version 5.00';

/** @param line the first line that is not a comment; `isHeader` if it resembles the header. */
export function missingHeader(text: string, line: TextRange, isHeader: boolean): SyntaxProblem {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const edit: TextEdit = isHeader
    ? { range: line, newText: header }
    : { range: { start, end: start }, newText: `${header}${lineBreak(text).repeat(2)}` };
  return {
    kind: 'break',
    range: line,
    message: `A registry file must start with the line \`${header}\`. Without it, Windows imports nothing.`,
    fix: { title: isHeader ? 'Correct the line' : 'Add the line', edits: [edit] },
  };
}

/** Returns the line break of a text; the Windows one if it has none. */
export const lineBreak = (text: string): string => (/\r\n|\n/.exec(text)?.[0] === '\n' ? '\n' : '\r\n');

export const openSection = (line: TextRange): SyntaxProblem => ({
  kind: 'break',
  range: line,
  message: 'The `]` after the key is missing.',
  ...fix('Add `]`', { start: line.end, end: line.end }, ']'),
});

const longNames: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
  HKCC: 'HKEY_CURRENT_CONFIG',
};

/** Returns the problem of a hive with an abbreviated name; undefined for a path without one. */
export function shortHive(path: string, start: number): SyntaxProblem | undefined {
  const hive = /^HK(?:LM|CU|CR|U|CC)(?=\\|$)/i.exec(path)?.[0];
  const long = hive && longNames[hive.toUpperCase()];
  if (!long) return undefined;
  const range = { start, end: start + hive.length };
  return {
    kind: 'break',
    range,
    message: `The hive must be written in full: \`${long}\`. Windows does not import this key.`,
    ...fix(`Change to \`${long}\``, range, long),
  };
}

export const valueWithoutKey = (range: TextRange): SyntaxProblem => ({
  kind: 'break',
  range,
  message:
    'This value is not below a key such as `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]`, so it is not imported.',
});

/** Returns the problem of a line below a key that is not a value: half-typed, or a name without quotes. */
export function notAValue(text: string, line: TextRange): SyntaxProblem {
  const name = /^[\w.-]+(?=[ \t]*=)/.exec(text.slice(line.start, line.end))?.[0];
  const message = 'This line is not a value: `"name"="text"`. Windows skips it.';
  if (!name) return { kind: 'broken-value', range: line, message };
  const range = { start: line.start, end: line.start + name.length };
  return {
    kind: 'broken-value',
    range,
    message: 'A name must be in quotes. Windows skips this line.',
    ...fix('Put quotes around it', range, `"${name}"`),
  };
}

export function unknownType(text: string, range: TextRange): SyntaxProblem {
  const data = text.slice(range.start, range.end);
  if (data === '') {
    return {
      kind: 'broken-value',
      range: { start: range.start - 1, end: range.start },
      message: 'The value is missing: a quoted string, or `dword:` with a number.',
    };
  }
  const isTyped = /^\w+(\(\w*\))?:(?!\/\/)/.test(data);
  return {
    kind: 'broken-value',
    range,
    message: 'A value must be a quoted string, `dword:` or `hex:`. Windows skips this line.',
    ...(!isTyped && !data.includes('"') && fix('Put quotes around it', range, `"${encodeText(data)}"`)),
  };
}

export function badDword(text: string, range: TextRange, digitsStart: number): SyntaxProblem {
  const digits = text.slice(digitsStart, range.end).trim();
  const hex = /^0x([\da-f]{1,8})$/i.exec(digits)?.[1] ?? { true: '1', false: '0' }[digits.toLowerCase()];
  const written = hex && `dword:${hex.padStart(8, '0')}`;
  return {
    kind: 'broken-value',
    range: digits === '' ? range : { start: digitsStart, end: range.end },
    message: '`dword:` must be followed by 1 to 8 hexadecimal digits. Windows skips this line.',
    ...(written && fix(`Change to \`${written}\``, range, written)),
  };
}

export const badBytes = (range: TextRange, start: number): SyntaxProblem => ({
  kind: 'broken-value',
  range: { start, end: Math.max(start, range.end) },
  message: 'Expected bytes with two hexadecimal digits each, separated by commas. Windows skips what it cannot read.',
});

/** Returns the first problem of a quoted string, if any. */
export function ofText(text: string, token: TextToken): SyntaxProblem | undefined {
  const { inner, range, closed, rawQuote, rawBackslash } = token;
  const raw = text.slice(inner.start, inner.end);
  if (!closed) {
    const repair = closing(raw);
    return {
      kind: 'broken-value',
      range,
      message: 'The closing quote of this string is missing.',
      ...(repair !== undefined && fix('Add the quote', inner, `${repair}"`)),
    };
  }
  if (rawQuote !== undefined) {
    const repair = rawQuote < inner.end ? escapedQuotes(text, token) : undefined;
    return {
      kind: 'broken-value',
      range: { start: rawQuote, end: rawQuote + 1 },
      message: 'This quote ends the string, and what follows is lost. Inside a string, a quote must be written `\\"`.',
      ...(repair !== undefined && fix('Escape the string', inner, repair)),
    };
  }
  if (rawBackslash === undefined) return undefined;
  const repair = escapedBackslashes(raw);
  return {
    kind: 'broken-value',
    range: { start: rawBackslash, end: rawBackslash + 1 },
    message: 'A backslash must be written `\\\\`: a single one is lost when the file is imported.',
    ...(repair !== undefined && fix('Double the backslashes', inner, repair)),
  };
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * Escapes a pasted string: JSON that can be parsed as it is, or one without any escape. If only some quotes lack a backslash,
 * those get one.
 */
function escapedQuotes(text: string, { inner }: TextToken): string | undefined {
  const raw = text.slice(inner.start, inner.end);
  if (!raw.includes('\\') || isJson(raw)) return encodeText(raw);
  const mended = decodeText(text, inner).text;
  return isJson(mended) ? encodeText(mended) : undefined;
}

/** Escapes a pasted path. One that begins like a network share is ambiguous. */
function escapedBackslashes(raw: string): string | undefined {
  if (raw.startsWith('\\\\') && !raw.includes('\\\\', 2)) return undefined;
  return raw.replace(/\\(["\\])|\\/g, (whole, escaped) => (escaped ? whole : '\\\\'));
}

/** Closes a string whose last quote is missing, or was escaped by the trailing backslash of a path. */
function closing(raw: string): string | undefined {
  const path = /^([^"]*)\\"$/.exec(raw)?.[1];
  const backslashes = /(?<!\\)\\*$/.exec(raw)?.[0].length ?? 0;
  if (path !== undefined && !path.includes('\\\\')) return encodeText(`${path}\\`);
  return backslashes % 2 === 1 ? undefined : raw;
}
