import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLError, type Node as YamlNode } from 'yaml';
import type { TextEdit, TextRange } from '../../base/text.ts';
import type { ArrayNode, Mutable, Node, ObjectNode, PropertyNode, ScalarNode } from '../node.ts';
import type { Parsed, Syntax, SyntaxProblem } from '../syntax.ts';
import { type Block, frontMatterBlock } from './block.ts';
import { addYamlComment, yamlComments } from './frontMatterComments.ts';
import { yamlCursor } from './frontMatterCursor.ts';
import { frontMatterFolds } from './frontMatterFolds.ts';
import { nestsTooDeep } from './nesting.ts';
import { readPlainYaml, trimmed } from './plainYaml.ts';
import { readTabIndented } from './tabs.ts';
import { findRepair, readPlainLines } from './yamlRepair.ts';
import { writeYaml } from './yamlWriter.ts';

const deepest = 100;

function parse(text: string): Parsed {
  const block = frontMatterBlock(text);
  if (!block) return { root: undefined, problems: [], body: 0 };
  const problems: SyntaxProblem[] = [];
  const yaml = text.slice(block.range.start, block.range.end);
  const result = { frontMatter: block.range, body: block.body };
  const tooDeep = { root: undefined, problems: [lost(block.range, 'It is nested too deeply.')], ...result };
  if (nestsTooDeep(yaml)) return tooDeep;
  try {
    const { root, problem } = read(yaml, block.range.start);
    if (block.closed) problems.push(...(problem ?? []));
    else problems.push(unclosed(text, block, problem === undefined && isReadClosed(yaml)));
    return { root, problems, ...result };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return tooDeep;
  }
}

/**
 * Whether an unclosed block can be read once a line follows it. If not, closing it would lead to another problem. At the end of a
 * text the yaml package takes an escaped quote for the closing one.
 */
const isReadClosed = (yaml: string): boolean => yaml.endsWith('\n') || read(`${yaml}\n`, 0).problem === undefined;

/** Returns the tree of a block, and its problem: one error, or one hint for each line that only strict parsers reject. */
function read(yaml: string, offset: number): { root: Node | undefined; problem: SyntaxProblem[] | undefined } {
  const root = readPlainYaml(yaml, offset);
  return root ? { root, problem: undefined } : readYaml(yaml, offset);
}

/** Like `read`, with the yaml package. */
export function readYaml(
  yaml: string,
  offset: number,
): { root: Node | undefined; problem: SyntaxProblem[] | undefined } {
  const { tree, errors } = parseYaml(yaml);
  const context = { yaml, offset, plain: new Map<number, string>() };
  const first = errors[0];
  if (!first) return { root: tree ? convert(tree, undefined, context, 0) : undefined, problem: undefined };
  const tabbed = first.code === 'TAB_AS_INDENT' ? readTabIndented(yaml, isSound) : undefined;
  if (tabbed) {
    const root = parseYaml(tabbed.text).tree;
    return {
      root: root ? convert(root, undefined, { ...context, yaml: tabbed.text }, 0) : undefined,
      problem: [tabHint(yaml, tabbed.indents, offset)],
    };
  }
  const plain = readPlainLines(yaml, isSound);
  if (plain) {
    context.plain = plain.values;
    const simple = readPlainYaml(plain.text, offset, plain.values);
    const tree = simple ? undefined : parseYaml(plain.text).tree;
    const root = tree ? convert(tree, undefined, context, 0) : simple;
    const problem = plain.lines.map(({ range, value }): SyntaxProblem => {
      const at = shift(range, offset);
      return {
        kind: 'hint',
        range: at,
        message:
          'Strict YAML cannot read this unquoted value. Claude Code reads the line as plain text; older apps and other tools lose all fields.',
        fix: { title: 'Quote the value', edits: [{ range: at, newText: JSON.stringify(value) }] },
      };
    });
    return { root, problem };
  }
  const repair = findRepair(yaml, first.pos[0], isSound);
  const [start, end] = first.pos;
  const rest = /^[^\r\n]*/.exec(yaml.slice(start))?.[0].trimEnd().length ?? 0;
  const at = {
    start: Math.min(start, yaml.length),
    end: Math.min(Math.max(start + (end - start > 1 ? 0 : rest), end), yaml.length),
  };
  const problem = lost(shift(at, offset), repair?.why ?? sentence(first));
  const edits = repair?.edits.map((edit) => ({ ...edit, range: shift(edit.range, offset) }));
  return {
    root: tree ? convert(tree, undefined, context, 0) : undefined,
    problem: [edits && repair ? { ...problem, fix: { title: repair.title, edits } } : problem],
  };
}

/** Reports indentation with tabs once, with a fix for all of it. */
function tabHint(yaml: string, indents: readonly TextRange[], offset: number): SyntaxProblem {
  const edits = indents.map((indent) => ({
    range: shift(indent, offset),
    newText: yaml.slice(indent.start, indent.end).replaceAll('\t', '  '),
  }));
  return {
    kind: 'hint',
    range: edits[0]?.range ?? { start: offset, end: offset },
    message: 'Strict YAML does not allow tabs here. Claude Code reads the lines; other tools lose all fields.',
    fix: { title: 'Indent with spaces', edits },
  };
}

function parseYaml(text: string) {
  const document = parseDocument(text, { uniqueKeys: false, strict: true, logLevel: 'silent', prettyErrors: false });
  return { tree: document.contents as YamlNode | null, errors: document.errors as readonly YAMLError[] };
}

/** Whether `text` is parsed as fields. A repair that turns everything into one string would hide the fields permanently. */
function isSound(text: string): boolean {
  if (readPlainYaml(text, 0)) return true;
  const { tree, errors } = parseYaml(text);
  return errors.length === 0 && isMap(tree);
}

const shift = (range: TextRange, by: number): TextRange => ({ start: range.start + by, end: range.end + by });

const lost = (range: TextRange, why: string): SyntaxProblem => ({
  kind: 'break',
  range,
  message: `The front matter is not valid YAML, so all its fields are lost. ${why}`,
});

function sentence({ code, message }: YAMLError): string {
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces, not with tabs.';
  if (/nested mappings/i.test(message)) return 'A value that contains a colon followed by a space needs quotes.';
  if (/implicit/i.test(message))
    return 'This line does not belong to a key. Write a string of several lines as `key: |`, with its lines indented.';
  if (code === 'BAD_DQ_ESCAPE') return 'In double quotes a backslash is written as \\\\.';
  const text = message.replace(/ at line \d+.*$/s, '');
  return /[.:]$/.test(text) ? `${text.slice(0, -1)}.` : `${text}.`;
}

function unclosed(text: string, block: Block, canClose: boolean): SyntaxProblem {
  const at = { start: block.range.end, end: block.range.end };
  const newline = text.slice(0, at.end).endsWith('\n') || at.end === 0 ? '' : '\n';
  return {
    kind: 'warning',
    range: { start: 0, end: 3 },
    message: 'The front matter has no closing `---`, so none of its fields is read.',
    ...(canClose && { fix: { title: 'Close the front matter', edits: [{ range: at, newText: `${newline}---\n` }] } }),
  };
}

interface Context {
  readonly yaml: string;
  readonly offset: number;
  /** Values that were read as plain text, by start offset. */
  plain: ReadonlyMap<number, string>;
}

function convert(
  yaml: YamlNode,
  parent: (Node['parent'] & object) | undefined,
  context: Context,
  depth: number,
): Node | undefined {
  if (!yaml.range || depth > deepest) return undefined;
  const [start, end] = yaml.range;
  const last = endsInReturn(yaml) ? end : trimmed(context.yaml, start, end);
  const range = shift({ start, end: last }, context.offset);
  if (isSeq(yaml)) {
    const node: Mutable<ArrayNode> = { type: 'array', range, parent, items: [] };
    node.items = yaml.items.flatMap((item) => convert(item as YamlNode, node, context, depth + 1) ?? []);
    return reachingTo(node, node.items.at(-1));
  }
  if (isMap(yaml)) {
    const node: Mutable<ObjectNode> = { type: 'object', range, parent, properties: [] };
    node.properties = yaml.items.flatMap(
      (pair) => convertPair(pair as Pair<YamlNode, YamlNode | null>, node, context, depth) ?? [],
    );
    return reachingTo(node, node.properties.at(-1));
  }
  if (isAlias(yaml)) return { type: 'null', value: null, range, inner: range, parent, alias: true };
  return isScalar(yaml) ? scalar(yaml.value, range, parent, context) : undefined;
}

/** Whether a value without quotes ends with a lone carriage return, which is a part of it. */
const endsInReturn = (yaml: YamlNode): boolean =>
  isScalar(yaml) && yaml.type === 'PLAIN' && typeof yaml.value === 'string' && yaml.value.endsWith('\r');

/** Widens a node to its last part: the place of an empty item is after the space that is trimmed at the end of its list. */
function reachingTo<T extends Mutable<ArrayNode | ObjectNode>>(
  node: T,
  last: { readonly range: TextRange } | undefined,
): T {
  if (last && last.range.end > node.range.end) node.range = { start: node.range.start, end: last.range.end };
  return node;
}

function convertPair(pair: Pair<YamlNode, YamlNode | null>, parent: ObjectNode, context: Context, depth: number) {
  if (!isScalar(pair.key) || !pair.key.range) return undefined;
  const [start, end] = pair.key.range;
  const range = shift({ start, end }, context.offset);
  const keyNode = scalar(String(pair.key.value), range, undefined, context);
  const node: Mutable<PropertyNode> = {
    type: 'property',
    range,
    parent,
    key: String(pair.key.value),
    keyNode,
    valueNode: undefined,
  };
  const value = pair.value;
  // A key without a value is half-typed: it has no value node instead of null.
  const isEmpty = !value?.range || (isScalar(value) && value.value === null && value.range[0] === value.range[1]);
  node.valueNode = isEmpty || !value ? undefined : convert(value, node, context, depth + 1);
  node.range = { start: range.start, end: node.valueNode?.range.end ?? range.end };
  return node;
}

function scalar(
  raw: unknown,
  range: TextRange,
  parent: (Node['parent'] & object) | undefined,
  context: Context,
): ScalarNode {
  const plain = context.plain.get(range.start - context.offset);
  const value =
    plain ??
    (raw === null || ['string', 'number', 'boolean'].includes(typeof raw) ? (raw as ScalarNode['value']) : String(raw));
  const quoted = /^["']/.test(context.yaml.slice(range.start - context.offset, range.end - context.offset));
  const inner = quoted && range.end - range.start > 1 ? { start: range.start + 1, end: range.end - 1 } : range;
  return { type: value === null ? 'null' : (typeof value as 'string'), value, range, inner, parent };
}

/** Returns the start of the line at `offset`. To YAML a lone `\r` is a character like any other. */
const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** Returns the start of the next line; at the last line, the end of the text. */
const nextLine = (text: string, offset: number): number => {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
};

function addProperty(text: string, object: ObjectNode, key: string, value: unknown, first = false): TextEdit {
  const neighbour = first ? object.properties[0] : object.properties.at(-1);
  const anchor = neighbour?.keyNode.range.start ?? object.range.start;
  const start = lineStart(text, anchor);
  const indent = /^[ \t]*/.exec(text.slice(start, anchor))?.[0] ?? '';
  const line = `${indent}${key}: ${writeYaml(value)}`;
  const newline = text.slice(0, nextLine(text, anchor)).endsWith('\r\n') ? '\r\n' : '\n';
  if (first) return { range: { start, end: start }, newText: `${line}${newline}` };
  const at = nextLine(text, neighbour?.range.end ?? object.range.end);
  return { range: { start: at, end: at }, newText: text[at - 1] === '\n' ? `${line}${newline}` : `${newline}${line}` };
}

/** A lone carriage return after a colon is a part of the value; without it, the colon needs a space. */
function replaceValue(text: string, { range }: Node, value: unknown): TextEdit {
  const isTight = text[range.start] === '\r' && /\S/.test(text[range.start - 1] ?? ' ');
  return { range, newText: `${isTight ? ' ' : ''}${writeYaml(value)}` };
}

const removeProperty = (text: string, { range }: PropertyNode): TextEdit => ({
  range: { start: lineStart(text, range.start), end: nextLine(text, range.end) },
  newText: '',
});

/** Markdown with YAML front matter. The tree is that of the front matter; the body is not parsed here. */
export const frontMatter: Syntax = {
  id: 'frontmatter',
  parse,
  cursorAt: yamlCursor,
  write: (_text, value) => writeYaml(value),
  replaceValue,
  renameKey: (_text, property, key) => ({ range: property.keyNode.range, newText: key }),
  addProperty,
  removeProperty,
  folds: frontMatterFolds,
  comments: yamlComments,
  addComment: addYamlComment,
};
