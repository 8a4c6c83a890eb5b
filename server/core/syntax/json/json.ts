import { getLocation, type Node as JsonNode, type Location, type ParseError, parseTree } from 'jsonc-parser';
import { applyEdits, type TextEdit, type TextRange } from '../../base/text.ts';
import { lineIndent, writeJson } from '../indent.ts';
import {
  type ArrayNode,
  type Mutable,
  type Node,
  nodeAt,
  type ObjectNode,
  type PropertyNode,
  type ScalarNode,
} from '../node.ts';
import type { Cursor, Parsed, Syntax, SyntaxProblem } from '../syntax.ts';
import { describe } from './jsonMessages.ts';
import { jsonWriter } from './jsonWriter.ts';

/** Depth limit: real policies are far shallower; deeper input would overflow the stack of recursive visitors. */
const deepest = 200;

const byteOrderMark = '\uFEFF';

function parse(text: string): Parsed {
  const marks = marksAt(text, 0);
  return marks === 0 ? parseUnmarked(text) : { ...parseUnmarked(blanked(text, marks)), problems: [marked(0, marks)] };
}

/** Returns the end of the byte order marks that begin at `start`. */
function marksAt(text: string, start: number): number {
  let end = start;
  while (text[end] === byteOrderMark) end++;
  return end;
}

const blanked = (text: string, end: number): string => ' '.repeat(end) + text.slice(end);

/** Ignores one byte order mark. Decoders remove only one, so further ones remain errors. */
function parseBehindMark(text: string): Parsed {
  const start = text.startsWith(byteOrderMark) ? 1 : 0;
  const end = marksAt(text, start);
  const parsed = parseUnmarked(blanked(text, end));
  return end === start ? parsed : { ...parsed, problems: [marked(start, end)] };
}

function parseUnmarked(text: string): Parsed {
  const errors: ParseError[] = [];
  let tree: JsonNode | undefined;
  try {
    tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { root: undefined, problems: [tooDeep({ start: 0, end: Math.min(1, text.length) })] };
  }
  const problems: SyntaxProblem[] = [];
  const first = errors[0];
  if (first) problems.push(withWorkingFix(text, describe(text, first)));
  const root = tree && convert(tree, undefined, { text, problems, depth: 0 });
  return { root, problems: problems.slice(0, 1) };
}

/** Keeps a fix only if parsing then gets further; otherwise the next error would be at the same place. */
function withWorkingFix(text: string, problem: SyntaxProblem): SyntaxProblem {
  const { fix, ...rest } = problem;
  if (!fix) return problem;
  const errors: ParseError[] = [];
  parseTree(applyEdits(text, fix.edits), errors, { disallowComments: true });
  const [next] = errors;
  return next && next.offset <= problem.range.end + 1 ? rest : problem;
}

const marked = (start: number, end: number): SyntaxProblem => ({
  kind: 'break',
  range: { start, end },
  message: 'The file starts with a byte order mark (BOM), so it cannot be parsed. Save it as UTF-8 without BOM.',
  fix: { title: 'Remove the byte order mark', edits: [{ range: { start, end }, newText: '' }] },
});

interface Conversion {
  readonly text: string;
  readonly problems: SyntaxProblem[];
  readonly depth: number;
}

const tooDeep = (range: TextRange): SyntaxProblem => ({
  kind: 'break',
  range,
  message: `Nested more than ${deepest} levels deep: the rest is not checked.`,
});

function convert(json: JsonNode, parent: PropertyNode | ArrayNode | undefined, with_: Conversion): Node | undefined {
  // An object or array that is still open extends to the end of the text.
  const end = json.length < 0 ? with_.text.length : Math.min(json.offset + json.length, with_.text.length);
  const range = { start: json.offset, end };
  if (with_.depth > deepest) {
    with_.problems.push(tooDeep(range));
    return undefined;
  }
  const inside = { ...with_, depth: with_.depth + 1 };
  const children = json.children ?? [];
  if (json.type === 'array') {
    const node: Mutable<ArrayNode> = { type: 'array', range, parent, items: [] };
    node.items = children.flatMap((item) => convert(item, node, inside) ?? []);
    return node;
  }
  if (json.type === 'object') {
    const node: Mutable<ObjectNode> = { type: 'object', range, parent, properties: [] };
    node.properties = children.flatMap((child) => convertProperty(child, node, inside) ?? []);
    return node;
  }
  return scalar(json, parent, with_.text);
}

function convertProperty(json: JsonNode, parent: ObjectNode, with_: Conversion): PropertyNode | undefined {
  const [key, value] = json.children ?? [];
  if (!key) return undefined;
  const keyNode = scalar(key, undefined, with_.text);
  const node: Mutable<PropertyNode> = {
    type: 'property',
    range: keyNode.range,
    parent,
    key: String(key.value),
    keyNode,
    valueNode: undefined,
  };
  node.valueNode = value && convert(value, node, with_);
  node.range = { start: keyNode.range.start, end: node.valueNode?.range.end ?? keyNode.range.end };
  return node;
}

function scalar(json: JsonNode, parent: PropertyNode | ArrayNode | undefined, text: string): ScalarNode {
  const range = { start: json.offset, end: Math.min(json.offset + json.length, text.length) };
  const type = json.type as ScalarNode['type'];
  const closed = json.length > 1 && text.charCodeAt(range.end - 1) === 34;
  const inner = type === 'string' ? { start: range.start + 1, end: closed ? range.end - 1 : range.end } : range;
  return { type, range, parent, value: json.value as ScalarNode['value'], inner };
}

/** Returns the location of `offset`; undefined in a text that is nested too deeply to be parsed. */
function locate(text: string, offset: number): Location | undefined {
  try {
    return getLocation(text, offset);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function cursorAt(text: string, parsed: Parsed, offset: number): Cursor {
  const place = placeOf(text, parsed, offset);
  const hasValue = /^[ \t]*:/.test(text.slice(place.replace.end, place.replace.end + 100));
  return { ...place, hasValue, writer: jsonWriter(text, place.replace) };
}

function placeOf(text: string, parsed: Parsed, offset: number): Omit<Cursor, 'writer'> {
  const location = locate(text, offset);
  if (!location) return { node: undefined, expects: 'nothing', replace: { start: offset, end: offset } };
  const within = location.previousNode;
  const word = /(?<![\w$.-])[\w$.-]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? '';
  const covers = within && within.offset <= offset && offset <= within.offset + within.length;
  const replace = covers
    ? { start: within.offset, end: endOfToken(text, within.offset, within.length) }
    : { start: offset - word.length, end: offset };
  const path = location.path;
  const last = path.at(-1);
  const node = nodeAt(parsed.root, path.slice(0, -1));
  if (location.isAtPropertyKey) return { node, expects: 'key', replace };
  const before = text.slice(0, replace.start).trimEnd().at(-1);
  const mayStart = before === undefined || ':,['.includes(before);
  const property = node?.type === 'object' ? node.properties.findLast((p) => p.key === last) : undefined;
  if (path.length === 0 && parsed.root && !covers) return { node: parsed.root, expects: 'nothing', replace };
  const behind = covers || !mayStart ? undefined : scalarBehind(text, offset, property);
  const at = behind ? { start: replace.start, end: behind.range.end } : replace;
  return { node, expects: mayStart ? 'value' : 'nothing', property, replace: at };
}

/** Returns the existing value after the cursor, which a completion replaces. */
function scalarBehind(text: string, offset: number, property: PropertyNode | undefined): Node | undefined {
  const value = property?.valueNode;
  if (!value || value.type === 'object' || value.type === 'array' || value.range.start < offset) return undefined;
  return /^[ \t]*$/.test(text.slice(offset, value.range.start)) ? value : undefined;
}

/** If the closing quote of a string is missing, only its word is replaced, not the rest of the line. */
function endOfToken(text: string, offset: number, length: number): number {
  const token = text.slice(offset, offset + length);
  const open = token.startsWith('"') && !/[^\\]"$/.test(token);
  return open ? offset + (/^"[\w$.*/-]*/.exec(token)?.[0].length ?? 1) : offset + length;
}

function addProperty(text: string, object: ObjectNode, key: string, value: unknown, first = false): TextEdit {
  const { start, end } = object.range;
  const neighbour = first ? object.properties[0] : object.properties.at(-1);
  if (!neighbour) {
    const empty = text.slice(start + 1, end - 1);
    const indent = lineIndent(text, start);
    const entry = `${JSON.stringify(key)}: `;
    const newText = empty.includes('\n')
      ? `\n${indent.inner}${entry}${writeJson(text, value, indent.inner)}\n${indent.outer}`
      : ` ${entry}${writeJson(text, value, indent.outer)} `;
    return { range: { start: start + 1, end: end - 1 }, newText };
  }
  const firstStart = object.properties[0]?.range.start ?? neighbour.range.start;
  const gap = /(?<!\s)\s*$/.exec(text.slice(start + 1, firstStart))?.[0] ?? '';
  const separator = gap.includes('\n') ? gap.slice(gap.lastIndexOf('\n')) : ' ';
  const entry = `${JSON.stringify(key)}: ${writeJson(text, value, separator.slice(1))}`;
  const at = first ? neighbour.range.start : neighbour.range.end;
  return { range: { start: at, end: at }, newText: first ? `${entry},${separator}` : `,${separator}${entry}` };
}

function removeProperty(_text: string, property: PropertyNode): TextEdit {
  const siblings = property.parent.properties;
  const index = siblings.indexOf(property);
  const next = siblings[index + 1];
  const previous = siblings[index - 1];
  const { start, end } = property.range;
  const range = next
    ? { start, end: next.range.start }
    : previous
      ? { start: previous.range.end, end }
      : { start, end };
  return { range, newText: '' };
}

/** Strict JSON with a tolerant parser: half-typed text, comments and missing commas still give a tree, and one problem. */
export const json: Syntax = {
  id: 'json',
  parse,
  cursorAt,
  write: (text, value, offset) => writeJson(text, value, lineIndent(text, offset).outer),
  replaceValue: (text, node, value) => ({
    range: node.range,
    newText: writeJson(text, value, lineIndent(text, node.range.start).outer),
  }),
  renameKey: (_text, property, key) => ({ range: property.keyNode.range, newText: JSON.stringify(key) }),
  addProperty,
  removeProperty,
};

/** Like `json`, but accepts a leading byte order mark. */
export const jsonAllowingBom: Syntax = { ...json, parse: parseBehindMark };
