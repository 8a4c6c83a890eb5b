import { type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { TextEdit } from '../../base/text.ts';
import type { SyntaxProblem } from '../syntax.ts';

const messages: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'This word is not valid JSON. Strings need double quotes; the only words without quotes are true, false and null.',
  InvalidNumberFormat: 'This is not a valid JSON number.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is missing between the key and its value.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'A closing brace `}` is missing.',
  CloseBracketExpected: 'A closing bracket `]` is missing.',
  EndOfFileExpected: 'The JSON value ends before this. Nothing may follow it.',
  InvalidCommentToken: 'Comments are not allowed: the app does not accept them in JSON.',
  UnexpectedEndOfComment: 'This comment does not end.',
  UnexpectedEndOfString: 'The closing quote of this string is missing.',
  UnexpectedEndOfNumber: 'This number is incomplete.',
  InvalidUnicode: 'This \\u escape needs four hexadecimal digits.',
  InvalidEscapeCharacter: 'In JSON, a backslash must be written as \\\\.',
  InvalidCharacter: 'Control characters must be escaped in JSON.',
};

/** Returns the problem of a parse error, with a fix if the correct text is known. */
export function describe(text: string, { error, offset, length }: ParseError): SyntaxProblem {
  const start = Math.min(offset, text.length);
  const range = { start, end: Math.min(start + length, text.length) };
  const what = messages[printParseErrorCode(error)] ?? 'This is not valid JSON.';
  const before = text.slice(0, start);
  const comma = /,\s*$/.exec(before);
  const isTrailing = comma !== null && /^[}\]]/.test(text.slice(start));
  if (isTrailing) {
    const at = { start: comma.index, end: comma.index + 1 };
    return {
      kind: 'break',
      range: at,
      message: unreadable('A comma is not allowed before the closing bracket.'),
      fix: { title: 'Remove the comma', edits: [{ range: at, newText: '' }] },
    };
  }
  const message = unreadable(what);
  if (printParseErrorCode(error) !== 'CommaExpected') return { kind: 'break', range, message };
  const end = before.trimEnd().length;
  const edits: TextEdit[] = [{ range: { start: end, end }, newText: ',' }];
  return { kind: 'break', range, message, fix: { title: 'Insert the comma', edits } };
}

const unreadable = (what: string): string => `${what} The file cannot be parsed.`;
