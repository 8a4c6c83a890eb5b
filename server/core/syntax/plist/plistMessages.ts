import { nearest } from '../../base/suggest.ts';
import type { TextEdit } from '../../base/text.ts';
import type { SyntaxProblem } from '../syntax.ts';
import type { XmlElement } from './xmlElement.ts';
import { escapeXml } from './xmlText.ts';

export const replaceElement = ({ range }: XmlElement, newText: string): TextEdit => ({ range, newText });

/** Common wrong names for the elements of property lists. */
const meant: Readonly<Record<string, string>> = {
  str: 'string',
  text: 'string',
  number: 'integer',
  int: 'integer',
  float: 'real',
  double: 'real',
  object: 'dict',
  dictionary: 'dict',
  list: 'array',
  dic: 'dict',
};
const elements = ['key', 'string', 'integer', 'real', 'date', 'data', 'dict', 'array'];

/** Returns the problem of an element that property lists do not have. */
export function unknownElement(element: XmlElement): SyntaxProblem {
  const { name, opening, text, children, state } = element;
  const lower = name.toLowerCase();
  const word = text.trim().toLowerCase();
  const message = (instead: string): string =>
    `\`<${name}>\` is not a property list element, so the file cannot be parsed.${instead}`;
  const isBoolean = /^bool(?:ean)?$/.test(lower) && /^(?:true|false)$/.test(word) ? word : lower;
  if (isBoolean === 'true' || isBoolean === 'false') {
    const newText = `<${isBoolean}/>`;
    const fix = { title: `Change to \`${newText}\``, edits: [replaceElement(element, newText)] };
    return { kind: 'break', range: opening, message: message(` A boolean is \`${newText}\`.`), fix };
  }
  const instead = meant[lower] ?? nearest(name, elements);
  if (!instead) return { kind: 'break', range: opening, message: message('') };
  const isWhole = children.length === 0 && state === 'closed';
  const fix = {
    title: `Change to \`<${instead}>\``,
    edits: [replaceElement(element, `<${instead}>${escapeXml(text)}</${instead}>`)],
  };
  return { kind: 'break', range: opening, message: message(` Write \`<${instead}>\`.`), ...(isWhole && { fix }) };
}

/** Returns the problem of an `<integer>` or `<real>` that does not contain a number. */
export function wrongNumber(element: XmlElement): SyntaxProblem {
  const { name, range, inner, text } = element;
  const kind = name === 'integer' ? 'an integer' : 'a number';
  const word = text.trim();
  const shown = word === '' ? `\`<${name}>\` is empty` : `\`${word.slice(0, 30)}\` is not ${kind}`;
  const fix = {
    title: 'Change to `<string>`',
    edits: [replaceElement(element, `<string>${escapeXml(text)}</string>`)],
  };
  return {
    kind: 'break',
    range: inner.end > inner.start ? inner : range,
    message: `${shown}, so the file cannot be parsed.`,
    ...(word !== '' && element.state === 'closed' && { fix }),
  };
}

/** A property list in Apple's binary format. */
export const binaryList: SyntaxProblem = {
  kind: 'break',
  range: { start: 0, end: 'bplist00'.length },
  message:
    'This is a binary property list, which cannot be shown or checked. Convert it to XML with `plutil -convert xml1 FILE`; every Mac reads that as well.',
};

/** Apple's parser accepts a list without the outer element; tools for profiles may not. */
export const noOuterElement = ({ range }: XmlElement): SyntaxProblem => ({
  kind: 'hint',
  range: { start: range.start, end: range.start + 1 },
  message:
    'The `<plist>` element around the property list is missing. Apple’s parser accepts this; other tools may not.',
  fix: {
    title: 'Put `<plist>` around it',
    edits: [
      { range: { start: range.start, end: range.start }, newText: '<plist version="1.0">\n' },
      { range: { start: range.end, end: range.end }, newText: '\n</plist>' },
    ],
  },
});

export const emptyList = ({ opening }: XmlElement): SyntaxProblem => ({
  kind: 'break',
  range: opening,
  message: 'This property list is empty: a `<dict>` with the keys is missing.',
});

export function noList(text: string, element?: XmlElement): SyntaxProblem {
  const start = element?.range.start ?? text.search(/\S|$/);
  const range = element?.opening ?? { start, end: Math.min(start + 1, text.length) };
  return { kind: 'break', range, message: 'Not a property list: `<plist>` with a `<dict>` in it is missing.' };
}
