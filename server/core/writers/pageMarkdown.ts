/** Writes text from files into Markdown of a page that anybody may read: a comment, a ticket, a pull request. */
import { printable } from './printable.ts';

const clean = (text: string): string => printable(text.replace(/\s+/g, ' '));

/** Every sign but letters, digits and spaces as an entity: so that nothing in it is read as Markdown, as HTML, as an address or as the name of a person. */
const entities = (text: string): string =>
  clean(text).replace(/[^\p{L}\p{N} -]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** A name as plain text. */
export const name = (text: string): string => (/^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/.test(text) ? text : code(text));

/** A text as code, in a table too. */
export function code(text: string): string {
  const line = clean(text);
  return /[`|\\]|^ | $|^$/.test(line) ? `<code>${entities(line)}</code>` : `\`${line}\``;
}

/** A sentence that holds names from files. */
export const sentence = (text: string): string =>
  clean(text)
    .replace(/[\\`*_{}[\]<>|~#&@]|:(?!\d)/g, (sign) => `&#${sign.codePointAt(0)};`)
    .replace(/www\./gi, 'www&#46;');

/** A link to a line (from 1) of a file, whose path is seen from the page. */
export function placeLink(file: string, line: number): string {
  const label = sentence(`${file.slice(file.lastIndexOf('/') + 1)}`);
  const address = file.split('/').map(encodePart).join('/');
  return `[${label}:${line}](${address}#L${line})`;
}

/** One part of a path for an address; half a character, which no address can hold, becomes `U+FFFD`. */
export const encodePart = (part: string): string =>
  encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const superscript = (number: number): string =>
  [...String(number)].map((digit) => digits[Number(digit)] ?? '').join('');
