import type { Document } from '../model.ts';
import { parse } from '../parse.ts';
import { walk } from '../syntax/node.ts';
import type { PlistContainer, RegistryContainer } from '../syntax/syntax.ts';
import type { TextRange } from '../text.ts';

/** What may be folded away: its first line stays. */
export interface Fold {
  readonly range: TextRange;
  readonly kind: 'region' | 'comment';
}

/** What can be folded in a format that holds more than keys; undefined for the others, which editors know how to fold. */
export function folds(document: Document): Fold[] | undefined {
  const { text } = document;
  const { container } = parse(document);
  if (!container) return undefined;
  const found = container.format === 'plist' ? ofPlist(text, container) : ofRegistry(text, container);
  return [...found].filter(({ range }) => /[\r\n]/.test(text.slice(range.start, range.end)));
}

/** Dictionaries, lists and texts, without the line that ends them. */
function* ofPlist(text: string, { outer }: PlistContainer): Generator<Fold> {
  for (const { range } of walk(outer)) {
    const lastBreak = text.slice(range.start, range.end).search(/(\r\n|\r|\n)[^\r\n]*$/);
    yield { range: { start: range.start, end: range.start + Math.max(0, lastBreak) }, kind: 'region' };
  }
  yield* comments(text, /<!--[\s\S]*?-->/g);
}

/** Sections with their values, and data of several lines. */
function* ofRegistry(text: string, { sections }: RegistryContainer): Generator<Fold> {
  for (const { range, values } of sections) {
    yield { range: { start: range.start, end: values.at(-1)?.range.end ?? range.end }, kind: 'region' };
    for (const value of values) yield { range: value.range, kind: 'region' };
  }
  yield* comments(text, /^[^\S\r\n]*;.*(?:(?:\r\n|\r|\n)[^\S\r\n]*;.*)+/gm);
}

function* comments(text: string, pattern: RegExp): Generator<Fold> {
  for (const { index, 0: found } of text.matchAll(pattern)) {
    yield { range: { start: index, end: index + found.length }, kind: 'comment' };
  }
}
