import { type TextRange, touches } from '../../base/text.ts';
import { lineIndent } from '../indent.ts';
import { type Node, type PropertyNode, propertiesOf, walk } from '../node.ts';
import type { Cursor, Parsed, Writer } from '../syntax.ts';
import { asText, keyGap } from './plistEdit.ts';
import { appDictionaries, plistOf } from './plistPolicy.ts';
import { isValueElement, plistNames } from './plistTree.ts';
import type { XmlElement } from './xmlElement.ts';
import { escapeXml } from './xmlText.ts';

interface Place {
  readonly text: string;
  readonly offset: number;
  /** The cursor's line, to which a completion is limited. */
  readonly line: TextRange;
  /** Returns the tree's node of an element, if it belongs to the app. */
  nodeOf(element: XmlElement | undefined): Node | undefined;
}

/** Returns what can be written at `offset`: a key of the app, the value of one, or nothing outside of them. */
export function cursorAt(text: string, parsed: Parsed, offset: number): Cursor {
  const { root } = parsed;
  const container = plistOf(parsed);
  const lineBreak = /[\r\n]|$/g;
  lineBreak.lastIndex = offset;
  const line = { start: text.lastIndexOf('\n', offset - 1) + 1, end: lineBreak.exec(text)?.index ?? text.length };
  const own = container ? appDictionaries(container).map(({ range }) => range.start) : [];
  const nodeOf = (element: XmlElement | undefined): Node | undefined => {
    const start = element?.range.start;
    if (start === undefined || !root) return undefined;
    return own.includes(start)
      ? root
      : [...walk(root)].find(({ range }) => range.start === start && root.range !== range);
  };
  const place: Place = { text, offset, line, nodeOf };
  const { elements = [], asides = [] } = container ?? {};
  const isAside = asides.some(({ start, end }) => start < offset && offset < end);
  const element = isAside ? undefined : elementAt(elements, place, text.length);
  return (element && cursorIn(element, place)) ?? nothing(place);
}

/**
 * Returns the innermost element that contains the cursor. An unclosed element extends as far as its parent, an unclosed text
 * element to the end of its line.
 */
function elementAt(elements: readonly XmlElement[], place: Place, end: number): XmlElement | undefined {
  const { text, offset } = place;
  for (const element of elements) {
    const { inner, state, name, range } = element;
    if (range.start > offset) return undefined;
    if (state === 'empty' || inner.start > offset) continue;
    const isText = plistNames.texts.has(name);
    const reach = state === 'closed' ? inner.end : isText ? endOfBlanks(text, inner.end) : end;
    if (offset <= reach) return elementAt(element.children, place, reach) ?? element;
  }
  return undefined;
}

function endOfBlanks(text: string, from: number): number {
  let end = from;
  while (' \t'.includes(text[end] ?? '\n')) end++;
  return end;
}

function cursorIn(element: XmlElement, place: Place): Cursor | undefined {
  const { parent, name, inner, state } = element;
  if (name === 'key') return inKey(element, place);
  if (name === 'dict') return inDictionary(element, place);
  if (name === 'array') {
    const node = place.nodeOf(element);
    const touched = element.children.some(({ range }) => range.start < place.offset && place.offset < range.end);
    return node && !touched
      ? valueCursor(place, { node, replace: typed(place), around: ['<string>', '</string>'] })
      : undefined;
  }
  const node = place.nodeOf(parent);
  const isText = plistNames.texts.has(name) && !place.text.slice(inner.start, inner.end).includes('<![CDATA[');
  if (!node || !isText) return undefined;
  const property = propertiesOf(node).find(({ valueNode }) => valueNode?.range.start === element.range.start);
  if (node.type === 'object' && !property) return undefined;
  const replace = clip(state === 'closed' ? inner : { ...inner, end: Math.max(inner.end, place.offset) }, place.line);
  return valueCursor(place, { node, property, replace, around: ['', state === 'closed' ? '' : `</${name}>`] });
}

/** Between the tags of a key. */
function inKey(element: XmlElement, place: Place): Cursor | undefined {
  const { parent, inner, state, range, text } = element;
  const node = place.nodeOf(parent);
  if (node?.type !== 'object' || !parent) return undefined;
  const next = parent.children[parent.children.indexOf(element) + 1];
  const hasValue = next !== undefined && isValueElement(next);
  const isOwn = propertiesOf(node).some((property) => property.range.start === range.start);
  if (!isOwn && !(text === '' || !hasValue)) return undefined;
  const isClosed = state === 'closed';
  const takesTag = isClosed && !hasValue && range.end <= place.line.end;
  const end = takesTag ? range.end : isClosed ? inner.end : Math.max(inner.end, place.offset);
  const closing = takesTag || !isClosed ? '</key>' : '';
  return keyCursor(place, node, {
    replace: clip({ start: inner.start, end }, place.line),
    hasValue,
    tags: ['', closing],
  });
}

/** Between the entries of a dictionary, or between a key and its missing value. */
function inDictionary(element: XmlElement, place: Place): Cursor | undefined {
  const node = place.nodeOf(element);
  const { children } = element;
  const replace = typed(place);
  if (node?.type !== 'object') return undefined;
  if (children.some(({ range }) => range.start < place.offset && replace.start < range.end)) return undefined;
  const before = children.findLast(({ range }) => range.end <= replace.start);
  const behind = children.find(({ range }) => range.start >= replace.start);
  const isBeforeValue = behind !== undefined && isValueElement(behind);
  if (before?.name !== 'key')
    return keyCursor(place, node, { replace, hasValue: isBeforeValue, tags: ['<key>', '</key>'] });
  const property = propertiesOf(node).find(({ range }) => range.start === before.range.start);
  if (isBeforeValue || !property) return undefined;
  return valueCursor(place, { node, property, replace, around: ['<string>', '</string>'] });
}

/** Returns the word or the beginning of a tag that ends at the cursor. */
function typed({ text, offset, line }: Place): TextRange {
  const word = /<?(?<![\w$.-])[\w$.-]*$/.exec(text.slice(Math.max(line.start, offset - 100), offset))?.[0] ?? '';
  return { start: offset - word.length, end: offset };
}

const clip = ({ start, end }: TextRange, line: TextRange): TextRange => ({
  start: Math.max(start, line.start),
  end: Math.min(end, line.end),
});

function keyCursor(
  place: Place,
  node: Node,
  at: { replace: TextRange; hasValue: boolean; tags: readonly [string, string] },
): Cursor {
  const { replace, hasValue, tags } = at;
  const key = (name: string): string => tags[0] + escapeXml(name) + tags[1];
  const gap = gapAt(place, node);
  const writer = { ...plainWriter(place), key, property: property((name) => key(name) + gap) };
  return { node, expects: 'key', hasValue, replace, writer };
}

/** A value is a string, whose tags are written with it. */
const property =
  (key: (name: string) => string): Writer['property'] =>
  (name, value) =>
    `${key(name)}<string>${value}</string>`;

/**
 * Returns the text between a key and its value, as in the neighbouring entries. Editors indent a new line like the cursor's, so
 * only the additional indentation is returned.
 */
function gapAt({ text, offset }: Place, node: Node): string {
  const neighbour = propertiesOf(node).find(({ valueNode, range }) => valueNode && !touches(range, offset));
  if (!neighbour) return '\n';
  const gap = keyGap(text, neighbour);
  const here = lineIndent(text, offset).outer;
  const there = lineIndent(text, neighbour.range.start).outer;
  return gap.includes('\n') ? `\n${there.startsWith(here) ? there.slice(here.length) : ''}` : gap;
}

function valueCursor(
  place: Place,
  at: { node: Node; property?: PropertyNode | undefined; replace: TextRange; around: readonly [string, string] },
): Cursor {
  const { around, ...rest } = at;
  return { ...rest, expects: 'value', writer: { ...plainWriter(place), around } };
}

function nothing(place: Place): Cursor {
  const replace = { start: place.offset, end: place.offset };
  return { node: undefined, expects: 'nothing', replace, writer: plainWriter(place) };
}

function plainWriter({ text }: Place): Writer {
  const quotes = text.includes('&quot;');
  const key = (name: string): string => `<key>${escapeXml(name)}</key>`;
  return {
    write: asText,
    encode: (written) => escapeXml(written, quotes),
    around: ['', ''],
    key,
    property: property((name) => `${key(name)}\n`),
  };
}
