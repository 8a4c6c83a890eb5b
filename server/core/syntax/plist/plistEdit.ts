import type { TextEdit } from '../../base/text.ts';
import { lineIndent } from '../indent.ts';
import type { Node, ObjectNode, PropertyNode } from '../node.ts';
import { isPayloadField } from './plistPolicy.ts';
import { escapeXml } from './xmlText.ts';

const endOfLine = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');
const writesQuotes = (text: string): boolean => text.includes('&quot;');

/** Returns a value of the app's own keys as text: every value is a string in this format, lists and objects are JSON. */
export const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null');

/** Returns an element for a value of the app's own keys, in the form that all releases of the app read. */
export const stringElement = (text: string, value: unknown): string =>
  `<string>${escapeXml(asText(value), writesQuotes(text))}</string>`;

/** Returns an element for a value inside a native `<dict>` or `<array>`, or of a profile's own fields: each type has its own element. */
function nativeElement(text: string, value: unknown, indent: string, unit: string): string {
  if (typeof value === 'boolean') return `<${value}/>`;
  if (typeof value === 'number')
    return Number.isInteger(value) ? `<integer>${value}</integer>` : `<real>${value}</real>`;
  if (typeof value !== 'object' || value === null) return stringElement(text, value ?? '');
  const deeper = indent + unit;
  const inner = (item: unknown): string => nativeElement(text, item, deeper, unit);
  const [name, lines] = Array.isArray(value)
    ? ['array', value.map(inner)]
    : ['dict', Object.entries(value).flatMap(([key, item]) => [`<key>${escapeXml(key)}</key>`, inner(item)])];
  const eol = endOfLine(text);
  return lines.length === 0
    ? `<${name}/>`
    : [`<${name}>`, ...lines.map((line) => deeper + line), `${indent}</${name}>`].join(eol);
}

/** Whether a value is not one of the app's own keys: it is in a native structure, or a field of the profile. */
const isNested = ({ parent }: Node): boolean =>
  parent?.type === 'array' ||
  (parent !== undefined && (isPayloadField(parent.key) || parent.parent.parent !== undefined));

export function replaceValue(text: string, node: Node, value: unknown): TextEdit {
  const { start, end } = node.range;
  const { outer, inner } = lineIndent(text, start);
  // A boolean or number may keep its own element, which all releases of the app read; a native structure may not.
  const keepsType = (node.type === 'boolean' || node.type === 'number') && node.type === typeof value;
  if (isNested(node) || keepsType)
    return { range: node.range, newText: nativeElement(text, value, outer, inner.slice(outer.length)) };
  const isString = node.type === 'string' && text.startsWith('<string>', start) && text.endsWith('</string>', end);
  return isString && node.inner.end < end
    ? { range: node.inner, newText: escapeXml(asText(value), writesQuotes(text)) }
    : { range: node.range, newText: stringElement(text, value) };
}

export function renameKey(text: string, { range, keyNode }: PropertyNode, key: string): TextEdit {
  const element = { start: range.start, end: keyNode.range.end };
  const isEmpty = /^<key\s*\/>$/.test(text.slice(element.start, element.end));
  return isEmpty
    ? { range: element, newText: `<key>${escapeXml(key)}</key>` }
    : { range: keyNode.range, newText: escapeXml(key) };
}

/** Returns what is between a key and its value in this list: nothing, or a line break with indentation. */
export function keyGap(text: string, { keyNode, valueNode }: PropertyNode): string {
  const gap = text.slice(keyNode.range.end, valueNode?.range.start ?? keyNode.range.end);
  return /^<\/key\s*>[ \t]*$/.test(gap) ? gap.slice(gap.indexOf('>') + 1) : '\n';
}

export function addProperty(text: string, object: ObjectNode, key: string, value: unknown, first = false): TextEdit {
  const eol = endOfLine(text);
  const entry = (indent: string, unit: string, gap = '\n'): string => {
    const isOwn = object.parent === undefined && !isPayloadField(key);
    const element = isOwn ? stringElement(text, value) : nativeElement(text, value, indent, unit);
    return `<key>${escapeXml(key)}</key>${gap.includes('\n') ? eol + indent : gap}${element}`;
  };
  const whole = object.properties.filter(({ valueNode }) => valueNode);
  const neighbour = first ? whole[0] : (whole.at(-1) ?? object.properties[0]);
  if (!neighbour) return addFirst(text, object, entry);
  const { start, end } = neighbour.range;
  const { outer, inner } = lineIndent(text, start);
  const newText = entry(outer, inner.slice(outer.length), keyGap(text, neighbour));
  const isOwnLine = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  const between = isOwnLine ? eol + outer : '';
  return first || !neighbour.valueNode
    ? { range: { start, end: start }, newText: newText + between }
    : { range: { start: end, end }, newText: between + newText };
}

/** Adds to a dictionary that has no keys of the app, but may have fields of the profile. */
function addFirst(
  text: string,
  { range: { start, end } }: ObjectNode,
  entry: (indent: string, unit: string) => string,
): TextEdit {
  const eol = endOfLine(text);
  const { outer, inner } = lineIndent(text, start);
  const unit = inner.slice(outer.length);
  if (text.endsWith('/>', end) && /^<dict\s*\/>$/.test(text.slice(start, end)))
    return {
      range: { start, end },
      newText: `<dict>${eol}${inner}${entry(inner, unit)}${eol}${outer}</dict>`,
    };
  const closing = /<\/dict\s*>$/.exec(text.slice(Math.max(start, end - 100), end))?.[0].length ?? 0;
  const opening = text.indexOf('>', start) + 1;
  let at = end - closing;
  while (at > opening && /\s/.test(text.charAt(at - 1))) at--;
  const indent = text.slice(opening, at).includes('\n') ? lineIndent(text, at).outer : inner;
  const behind = closing > 0 && !text.slice(at, end).includes('\n') ? eol + outer : '';
  return { range: { start: at, end: at }, newText: eol + indent + entry(indent, unit) + behind };
}

/** Removes key and value, and the lines that contain nothing else. */
export function removeProperty(text: string, { range }: PropertyNode): TextEdit {
  let { start, end } = range;
  while (start > 0 && ' \t'.includes(text.charAt(start - 1))) start--;
  while (end < text.length && ' \t\r'.includes(text.charAt(end))) end++;
  const startsLine = start === 0 || text[start - 1] === '\n';
  const endsLine = end === text.length || text[end] === '\n';
  if (startsLine && endsLine) return { range: { start, end: Math.min(end + 1, text.length) }, newText: '' };
  if (startsLine) return { range: { start: range.start, end }, newText: '' };
  return { range: { start, end: endsLine ? end - (text[end - 1] === '\r' ? 1 : 0) : range.end }, newText: '' };
}
