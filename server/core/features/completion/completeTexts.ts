import { escapeSnippet } from '../../base/snippet.ts';
import { touches } from '../../base/text.ts';
import type { Document, TextProvider } from '../../model.ts';
import type { Path } from '../../syntax/node.ts';
import type { Writer } from '../../syntax/syntax.ts';
import { parse } from '../../workspace/parse.ts';
import { oneLine } from '../oneLine.ts';
import { placeAt } from '../place.ts';
import { fits } from '../provided.ts';
import type { CompletionContext, CompletionItem } from './item.ts';

/** The string or the line of Markdown that contains the cursor. */
interface Part {
  readonly at: Path | 'body';
  readonly start: number;
  readonly text: string;
  /** Escapes a text for this string; undefined if it cannot be written, such as `a: b` without quotes. */
  readonly encode: (text: string) => string | undefined;
}

/**
 * Returns what can be inserted at the cursor inside a string.
 * @returns undefined if no provider completes a part of that string; it is then completed as a whole.
 */
export function completeTexts(
  document: Document,
  offset: number,
  { workspace }: CompletionContext,
): CompletionItem[] | undefined {
  const { texts = [] } = document.kind;
  const part = texts.length > 0 ? partAt(document, offset) : undefined;
  if (!part) return undefined;
  const { at, start, text, encode } = part;
  const path = at === 'body' ? [] : at;
  const found = texts
    .filter((provider) => applies(provider, at))
    .flatMap((provider) => provider.complete({ document, workspace, path, text, offset: offset - start }) ?? []);
  if (found.length === 0) return undefined;
  const items = new Map<string, CompletionItem>();
  for (const { start: from, end, items: offers } of found) {
    const range = oneLine(document.text, { start: start + from, end: start + end }, offset);
    for (const { value, is, detail, documentation } of offers) {
      if (items.has(value)) continue;
      const written = encode(value);
      if (written === undefined) continue;
      const sortText = String(items.size).padStart(4, '0');
      const texts = { insertText: escapeSnippet(written), filterText: written, sortText, detail, documentation };
      items.set(value, { label: value, kind: is ?? 'value', range, ...texts });
    }
  }
  return [...items.values()];
}

const applies = ({ at }: TextProvider, place: Path | 'body'): boolean =>
  at === 'body' ? place === 'body' : place !== 'body' && at.some((pattern) => fits(pattern, place));

function partAt(document: Document, offset: number): Part | undefined {
  const { text, kind } = document;
  const parsed = parse(document);
  if (parsed.body !== undefined && offset >= parsed.body) {
    const start = Math.max(parsed.body, text.lastIndexOf('\n', offset - 1) + 1);
    const [line = ''] = /^[^\r\n]*/.exec(text.slice(start)) ?? [];
    return { at: 'body', start, text: line, encode: (letters) => letters };
  }
  const place = placeAt(parsed.root, offset);
  const node = place?.node;
  if (!place || place.key || node?.type !== 'string' || !touches(node.inner, offset)) return undefined;
  const { writer } = kind.syntax.cursorAt(text, parsed, offset);
  const quote = text.slice(node.range.start, node.inner.start);
  const { start, end } = node.inner;
  return { at: place.path, start, text: text.slice(start, end), encode: encoderOf(quote, writer) };
}

/** Whether a text can be written without quotes inside a YAML string. */
const isPlain = (text: string): boolean => !/:(\s|$)|\s#|["'[\]\r\n]|^[&!|>%@`{-]/.test(text);

/** Returns a function that escapes a text for quotes like these. */
const encoderOf =
  (quote: string, { encode }: Writer) =>
  (text: string): string | undefined => {
    if (quote === '' && !isPlain(text)) return undefined;
    if (quote === "'") return encode(text.replaceAll("'", "''"));
    return encode(quote === '"' ? JSON.stringify(text).slice(1, -1) : text);
  };
