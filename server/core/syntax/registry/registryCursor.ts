import { type TextRange, touches } from '../../base/text.ts';
import { property as propertyCalled } from '../node.ts';
import type { Cursor, Parsed, RegistrySection, Writer } from '../syntax.ts';
import { isPolicySection } from './registryScan.ts';
import { encodeText, lineEnd } from './registryText.ts';
import { innerRange } from './registryTree.ts';

/** Strings are written as they are, everything else as one line of JSON: the app reads all values from REG_SZ. */
export const writeRegistry = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null');

const writer = (around: Writer['around']): Writer => ({
  write: writeRegistry,
  encode: encodeText,
  around,
  key: (key) => `"${encodeText(key)}"`,
  property: (key, value) => `"${encodeText(key)}"="${value}"`,
});

/** Returns what can be written at `offset`: a name at the start of a line below one of the app's keys, a value after `=`. */
export function registryCursor(text: string, parsed: Parsed, offset: number): Cursor {
  const nothing: Cursor = {
    node: undefined,
    expects: 'nothing',
    replace: { start: offset, end: offset },
    writer: writer(['', '']),
  };
  const sections = parsed.container?.format === 'registry' ? parsed.container.sections : [];
  const section = sections.findLast(({ range }) => range.start <= offset);
  if (!section || !isPolicySection(section) || offset <= lineEnd(text, section.range.end)) return nothing;
  const root = parsed.root;
  const value = section.values.find(({ nameRange, range }) => nameRange.start <= offset && offset <= range.end);
  if (!value) return keyCursor(text, parsed, offset, section) ?? nothing;
  if (touches(value.nameRange, offset)) {
    return { node: root, expects: 'key', hasValue: true, replace: value.nameRange, writer: writer(['', '']) };
  }
  if (offset < value.range.start) return nothing;
  const own =
    root?.type === 'object' ? root.properties.find((p) => p.keyNode.range.start === value.nameRange.start) : undefined;
  const property = own ?? propertyCalled(root, value.name);
  if (!property) return nothing;
  return { node: root, expects: 'value', property, ...placeOf(text, value.range, offset) };
}

/** Between quotes, the content is replaced; elsewhere the whole data, which get quotes. */
function placeOf(text: string, range: TextRange, offset: number): Pick<Cursor, 'replace' | 'writer'> {
  const inner = innerRange(text, range);
  if (text[range.start] !== '"' || !touches(inner, offset)) return { replace: range, writer: writer(['"', '"']) };
  return { replace: inner, writer: writer(['', inner.end === range.end ? '"' : '']) };
}

/** A line that is empty or contains a half-typed name. */
function keyCursor(text: string, { root }: Parsed, offset: number, section: RegistrySection): Cursor | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  if (section.values.some(({ range }) => lineStart <= range.end && range.end < offset)) return undefined;
  const line = text.slice(lineStart, lineEnd(text, offset));
  const [, indent, word = ''] = /^([ \t]*)(?:("[\w.-]*"?|[\w.-]+"?)[ \t]*)?$/.exec(line) ?? [];
  if (indent === undefined || offset < lineStart + indent.length) return undefined;
  const start = lineStart + indent.length;
  return {
    node: root,
    expects: 'key',
    hasValue: false,
    replace: { start, end: start + word.length },
    writer: writer(['', '']),
  };
}
