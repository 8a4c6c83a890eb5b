import type { EmbeddedText, ScalarNode } from '../node.ts';
import { scanXml } from './xmlScan.ts';

/** Characters that XML 1.0 cannot represent. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out.
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/**
 * Returns `text` escaped for use between tags; characters that XML cannot represent are removed. `quotes`: the file writes `"`
 * as `&quot;`.
 */
export const escapeXml = (text: string, quotes = false): string =>
  text.replaceAll(unwritable, '').replaceAll(quotes ? /[&<>"\r]/g : /[&<>\r]/g, (letter) => escapes[letter] ?? letter);

/** Returns `text` escaped for a CDATA section. */
const escapeCdata = (text: string): string =>
  text.replaceAll(unwritable, '').replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\r', ']]>&#13;<![CDATA[');

/**
 * Returns the text of an element, with the offset of each character. If it is a single CDATA section with spaces around it,
 * only that section counts; undefined if CDATA and other text are mixed, since an edit could then split a section.
 */
export function xmlInner(text: string, { inner }: ScalarNode): EmbeddedText | undefined {
  const source = text.slice(inner.start, inner.end);
  const offsets: number[] = [];
  let decoded = '';
  let isMixed = false;
  const add = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      offsets.push(inner.start + at);
      const letter = source.charAt(at);
      if (letter === '\r' && source.charAt(at + 1) === '\n') at++;
      decoded += letter === '\r' ? '\n' : letter;
    }
  };
  const hasCdata = source.includes('<![CDATA[');
  let end = source.length;
  const ignored = (): void => {};
  const plain = (from: number, to: number): void => {
    if (!hasCdata) add(from, to);
    else if (source.slice(from, to).trim() !== '') isMixed = true;
  };
  scanXml(source, {
    text: plain,
    open: plain,
    close: plain,
    cut: plain,
    aside: ignored,
    entity(start, _end, meaning) {
      if (hasCdata) isMixed = true;
      for (let unit = 0; unit < meaning.length; unit++) offsets.push(inner.start + start);
      decoded += meaning;
    },
    cdata(_start, _end, from, to) {
      add(from, to);
      end = to;
    },
  });
  if (isMixed) return undefined;
  offsets.push(inner.start + end);
  const quotes = source.includes('&quot;');
  return { text: decoded, offsets, encode: hasCdata ? escapeCdata : (added) => escapeXml(added, quotes) };
}
