import type { TextRange } from '../../base/text.ts';
import type { ArrayNode, Mutable, Node, ObjectNode, PropertyNode, ScalarNode } from '../node.ts';

/** A line with content. Offsets are those of the YAML text. */
interface Line {
  /** The column of the content; in `- name: x` that of `name`, once the dash has been read. */
  indent: number;
  start: number;
  /** The end of the content, without spaces after it. */
  readonly end: number;
  /** The end of the line, without its line break. */
  readonly rawEnd: number;
}

/** Thrown if the text is not plain; caught by `readPlainYaml`. */
class NotPlain extends Error {}
const notPlain = new NotPlain();
const refuse = (): never => {
  throw notPlain;
};

const deepest = 20;
const keyStart = /([A-Za-z_][\w.-]{0,100}):(?=[ \r\n]|$)/y;
/** Values that YAML reads as something other than a string. */
const keyword = /^(?:null|true|false)$/i;
const integer = /^-?\d{1,15}$/;
/** Matches all numbers of YAML 1.2 (core schema). */
const number =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|0o[0-7]+|0x[\da-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const plainStart = /^[^\s\-?:,[\]{}#&*!|>'"%@`]/;
const flowItem = /^(?:[A-Za-z_$/(][^,[\]{}#&!|>'"%@`\\]*|\d+)$/;

/**
 * Parses the plain front matter of nearly all skills, agents and commands: keys with one-line values, lists, nested keys and
 * block scalars, without comments, tags, anchors, escapes or values that continue on the next line.
 *
 * This is several times faster than the yaml package, which parses everything else. `test/property/plainYaml.test.ts` checks
 * that the trees are equal.
 * @param offset the start of `yaml` in the file, in UTF-16 code units; ranges are those of the file.
 * @param known values that are already known to be plain text, by their start in `yaml`; the text there has the same length.
 * @returns undefined if the text is not plain or is empty.
 */
export function readPlainYaml(
  yaml: string,
  offset: number,
  known?: ReadonlyMap<number, string>,
): ObjectNode | undefined {
  const lines = linesOf(yaml);
  if (!lines || lines.length === 0 || lines[0]?.indent !== 0) return undefined;
  const reader = new Reader(yaml, offset, lines, known);
  try {
    const root = reader.map(0, undefined, 0);
    return reader.isAtEnd ? root : undefined;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

/** Returns the lines with content, and `undefined` for each empty line; undefined if white space is not plain. */
function linesOf(yaml: string): Line[] | undefined {
  if (/\t|\r(?!\n)/.test(yaml)) return undefined;
  const lines: Line[] = [];
  for (let start = 0; start < yaml.length; ) {
    const lineBreak = yaml.indexOf('\n', start);
    const next = lineBreak < 0 ? yaml.length : lineBreak + 1;
    let rawEnd = lineBreak < 0 ? yaml.length : lineBreak;
    if (rawEnd > start && yaml.charCodeAt(rawEnd - 1) === 13) rawEnd--;
    let first = start;
    while (first < rawEnd && yaml.charCodeAt(first) === 32) first++;
    let end = rawEnd;
    while (end > first && yaml.charCodeAt(end - 1) === 32) end--;
    if (first < end) lines.push({ indent: first - start, start: first, end, rawEnd });
    else if (rawEnd > start) return undefined;
    start = next;
  }
  return lines;
}

/**
 * Returns the end without the white space and line breaks before it, which the parser includes in block collections and block
 * scalars. Unlike `trimEnd` it keeps no-break spaces and byte order marks: to YAML they are part of the value.
 */
export function trimmed(yaml: string, start: number, end: number): number {
  let last = end;
  while (last > start && /[ \t\r\n]/.test(yaml[last - 1] ?? '')) last--;
  return last;
}

/** Returns the content of a quoted value; only escapes that mean the same in JSON are supported. */
function textInQuotes(text: string): string | undefined {
  // YAML allows control characters in quotes, JSON does not.
  if (/^"(?:[^"\\\p{Cc}]|\\["\\/nt])*"$/u.test(text)) return JSON.parse(text);
  return /^'((?:[^']|'')*)'$/.exec(text)?.[1]?.replaceAll("''", "'");
}

class Reader {
  #at = 0;

  constructor(
    readonly yaml: string,
    readonly offset: number,
    readonly lines: readonly Line[],
    readonly known: ReadonlyMap<number, string> | undefined,
  ) {}

  get isAtEnd(): boolean {
    return this.#at === this.lines.length;
  }

  get #line(): Line | undefined {
    return this.lines[this.#at];
  }

  #range(start: number, end: number): TextRange {
    return { start: start + this.offset, end: end + this.offset };
  }

  #isItem({ start, end }: Line): boolean {
    return this.yaml.charCodeAt(start) === 45 && (end === start + 1 || this.yaml.charCodeAt(start + 1) === 32);
  }

  /** Parses the keys at one column. */
  map(indent: number, parent: Node['parent'], depth: number): ObjectNode {
    if (depth > deepest) refuse();
    const start = this.#line?.start ?? 0;
    const node: Mutable<ObjectNode> = { type: 'object', range: this.#range(start, start), parent, properties: [] };
    const properties: PropertyNode[] = [];
    let end = start;
    for (let line = this.#line; line && line.indent >= indent; line = this.#line) {
      if (line.indent > indent) refuse();
      const property = this.#property(line, node, depth);
      properties.push(property);
      // A key without a value ends after its colon.
      end = property.valueNode?.range.end ?? property.range.end + 1;
    }
    node.properties = properties;
    node.range = { start: node.range.start, end };
    return node;
  }

  #property(line: Line, parent: ObjectNode, depth: number): PropertyNode {
    keyStart.lastIndex = line.start;
    const key = keyStart.exec(this.yaml)?.[1];
    if (key === undefined || line.start + key.length >= line.end || keyword.test(key)) return refuse();
    const keyEnd = line.start + key.length;
    const range = this.#range(line.start, keyEnd);
    const keyNode: ScalarNode = { type: 'string', value: key, range, inner: range, parent: undefined };
    const node: Mutable<PropertyNode> = { type: 'property', range, parent, key, keyNode, valueNode: undefined };
    let start = keyEnd + 1;
    while (start < line.end && this.yaml.charCodeAt(start) === 32) start++;
    this.#at++;
    node.valueNode = start < line.end ? this.#value(start, line, line.indent, node) : this.#below(line, node, depth);
    if (node.valueNode) node.range = { start: range.start, end: node.valueNode.range.end };
    return node;
  }

  /** Parses what is below `key:`, if there is anything. A list may begin in the column of the key. */
  #below({ indent }: Line, parent: PropertyNode, depth: number): Node | undefined {
    const line = this.#line;
    if (!line || line.indent < indent) return undefined;
    if (this.#isItem(line)) return this.#list(line.indent, parent, depth + 1);
    return line.indent > indent ? this.map(line.indent, parent, depth + 1) : undefined;
  }

  #list(indent: number, parent: PropertyNode, depth: number): ArrayNode {
    const start = this.#line?.start ?? 0;
    const node: Mutable<ArrayNode> = { type: 'array', range: this.#range(start, start), parent, items: [] };
    const items: Node[] = [];
    for (let line = this.#line; line && line.indent >= indent && this.#isItem(line); line = this.#line) {
      if (line.indent > indent) refuse();
      items.push(this.#item(line, node, depth));
    }
    node.items = items;
    node.range = { start: node.range.start, end: items.at(-1)?.range.end ?? refuse() };
    return node;
  }

  #item(line: Line, parent: ArrayNode, depth: number): Node {
    let start = line.start + 1;
    while (start < line.end && this.yaml.charCodeAt(start) === 32) start++;
    if (start === line.end) return refuse();
    keyStart.lastIndex = start;
    if (keyStart.test(this.yaml)) {
      const indent = line.indent + start - line.start;
      Object.assign(line, { indent, start });
      return this.map(indent, parent, depth + 1);
    }
    this.#at++;
    return this.#value(start, line, line.indent, parent);
  }

  /** Parses the value that begins on a line. The next line must not be indented more than `indent`, or it would belong to the value. */
  #value(start: number, { end, rawEnd }: Line, indent: number, parent: PropertyNode | ArrayNode): Node {
    const text = this.yaml.slice(start, end);
    if (text[0] === '|' || text[0] === '>') return this.#blockScalar(text, start, rawEnd, indent, parent);
    if ((this.#line?.indent ?? 0) > indent) refuse();
    if (text[0] === '[') return this.#flowList(text, start, parent);
    return this.#scalar(text, start, parent);
  }

  #scalar(text: string, start: number, parent: PropertyNode | ArrayNode): ScalarNode {
    const range = this.#range(start, start + text.length);
    const known = this.known?.get(start);
    if (known !== undefined) return { type: 'string', value: known, range, inner: range, parent };
    const quoted = textInQuotes(text);
    if (quoted !== undefined) {
      const inner = { start: range.start + 1, end: range.end - 1 };
      return { type: 'string', value: quoted, range, inner, parent };
    }
    if (integer.test(text)) return { type: 'number', value: Number(text), range, inner: range, parent };
    if (!plainStart.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':')) return refuse();
    if (number.test(text) || text === '~') return refuse();
    if (!keyword.test(text)) {
      return { type: 'string', value: text, range, inner: range, parent };
    }
    if (text !== 'true' && text !== 'false') return refuse();
    return { type: 'boolean', value: text === 'true', range, inner: range, parent };
  }

  #flowList(text: string, start: number, parent: PropertyNode | ArrayNode): ArrayNode {
    if (!text.endsWith(']')) return refuse();
    const range = this.#range(start, start + text.length);
    const node: Mutable<ArrayNode> = { type: 'array', range, parent, items: [] };
    const inner = text.slice(1, -1);
    if (inner.trim() === '') return node;
    const items: Node[] = [];
    let at = start + 1;
    for (const part of inner.split(',')) {
      const item = part.trim();
      const isQuoted = /^"[^"\\]*"$|^'[^']*'$/.test(item);
      if (!isQuoted && (!flowItem.test(item) || item.includes(': ') || item.endsWith(':'))) return refuse();
      items.push(this.#scalar(item, at + part.indexOf(item), node));
      at += part.length + 1;
    }
    node.items = items;
    return node;
  }

  /** Parses `|` and `>`, also with `-`. More deeply indented lines, which are folded differently, are not plain. */
  #blockScalar(
    header: string,
    start: number,
    headerEnd: number,
    indent: number,
    parent: PropertyNode | ArrayNode,
  ): ScalarNode {
    const column = this.#line?.indent ?? 0;
    if (!/^[|>]-?$/.test(header) || column <= indent) return refuse();
    const isFolded = header[0] === '>';
    let value = '';
    let end = headerEnd;
    for (let line = this.#line; line && line.indent > indent; line = this.#line) {
      if (line.indent !== column || this.yaml[end] !== '\n') return refuse();
      const empty = line.start - column - end - 1;
      if (value === '' && empty > 0) return refuse();
      if (value !== '') value += !isFolded ? '\n'.repeat(empty + 1) : empty === 0 ? ' ' : '\n'.repeat(empty);
      value += this.yaml.slice(line.start, line.rawEnd);
      end = line.rawEnd;
      this.#at++;
    }
    if (this.yaml[end] !== '\n') return refuse();
    if (header.length === 1) value += '\n';
    const range = this.#range(start, trimmed(this.yaml, start, end));
    return { type: 'string', value, range, inner: range, parent };
  }
}
