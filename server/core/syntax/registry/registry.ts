import type { TextEdit } from '../../base/text.ts';
import type { EmbeddedText, Node, ObjectNode, PropertyNode, ScalarNode } from '../node.ts';
import type { OuterSyntax, Parsed } from '../syntax.ts';
import { addRegistryComment, registryComments } from './registryComments.ts';
import { registryCursor, writeRegistry } from './registryCursor.ts';
import { registryFolds } from './registryFolds.ts';
import { lineBreak } from './registryProblems.ts';
import { scan } from './registryScan.ts';
import { decodeHexText, decodeText, encodeText, lineEnd, wholeLines } from './registryText.ts';
import { treeOf } from './registryTree.ts';

function parse(text: string): Parsed {
  const { sections, problem } = scan(text);
  return {
    root: treeOf(text, sections),
    problems: problem ? [problem] : [],
    container: { format: 'registry', sections },
  };
}

function embeddedTextOf(text: string, { type, range, inner }: ScalarNode): EmbeddedText | undefined {
  if (type !== 'string') return undefined;
  if (text[range.start] === '"') return decodeText(text, inner);
  return /^\uFEFF?\s*REGEDIT4/i.test(text) ? undefined : decodeHexText(text, range);
}

const quoted = (value: unknown): string => `"${encodeText(writeRegistry(value))}"`;

/** A whole number replaces a number as a number; everything else is written as REG_SZ, from which the app reads all types. */
const written = (node: Node, value: unknown): string =>
  node.type === 'number' && typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 32
    ? `dword:${value.toString(16).padStart(8, '0')}`
    : quoted(value);

/** Inserts a separate line after the last value, or before the first one with `first`. */
function addProperty(text: string, { range }: ObjectNode, key: string, value: unknown, first = false): TextEdit {
  const at = lineEnd(text, first ? range.start : range.end);
  return {
    range: { start: at, end: at },
    newText: `${lineBreak(text)}"${encodeText(key)}"=${quoted(value)}`,
  };
}

const removeProperty = (text: string, { range }: PropertyNode): TextEdit => ({
  range: wholeLines(text, range),
  newText: '',
});

/**
 * Windows registry files, `.reg`: the values of the app's policy keys in both hives as one object. Half-typed text is parsed as
 * far as possible.
 */
export const registry: OuterSyntax = {
  id: 'registry',
  parse,
  cursorAt: registryCursor,
  write: (_text, value) => quoted(value),
  replaceValue: (_text, node, value) => ({ range: node.range, newText: written(node, value) }),
  renameKey: (_text, property, key) => ({ range: property.keyNode.range, newText: `"${encodeText(key)}"` }),
  addProperty,
  removeProperty,
  folds: registryFolds,
  comments: registryComments,
  addComment: addRegistryComment,
  embeddedTextOf,
};
