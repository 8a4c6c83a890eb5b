/** Writes text from files into Markdown of a page that anyone may read: a comment, a ticket, a pull request. */
import { printable } from './printable.ts';

const clean = (text: string): string => printable(text.replace(/\s+/g, ' '));

/**
 * Writes everything except letters, digits and spaces as entities, so that nothing is read as Markdown, HTML, a URL or a
 * mention of a user.
 */
const entities = (text: string): string =>
  clean(text).replace(/[^\p{L}\p{N} -]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** Returns a name as plain text. */
export const name = (text: string): string => (/^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$/.test(text) ? text : code(text));

/** Returns a text as code, also inside a table. */
export function code(text: string): string {
  const line = clean(text);
  return /[`|\\]|^ | $|^$/.test(line) ? `<code>${entities(line)}</code>` : `\`${line}\``;
}

/** Returns a sentence that contains names from files. */
export const sentence = (text: string): string =>
  clean(text)
    .replace(/[\\`*_{}[\]<>|~#&@]|:(?!\d)/g, (sign) => `&#${sign.codePointAt(0)};`)
    .replace(/www\./gi, 'www&#46;');

/** Returns a link to a line (from 1) of a file; `file` is relative to `base`, a URL that ends with `/`, or to the page without it. */
export function placeLink(file: string, line: number, base = ''): string {
  const label = sentence(`${file.slice(file.lastIndexOf('/') + 1)}`);
  const address = file.split('/').map(encodePart).join('/');
  return `[${label}:${line}](${base}${address}#L${line})`;
}

/** Encodes one segment of a path for a URL; a lone surrogate, which a URL cannot contain, becomes `U+FFFD`. */
export const encodePart = (part: string): string =>
  encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
export const superscript = (number: number): string =>
  [...String(number)].map((digit) => digits[Number(digit)] ?? '').join('');
