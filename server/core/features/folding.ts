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
  const { container } = parse(document);
  if (!container) return undefined;
  return container.format === 'plist'
    ? [...ofPlist(document.text, container)]
    : [...ofRegistry(document.text, container)];
}

/** Dictionaries, lists and texts of several lines, without the line that ends them. */
function* ofPlist(text: string, { outer }: PlistContainer): Generator<Fold> {
  for (const { range } of walk(outer)) {
    yield { range: { start: range.start, end: lastLineBreak(text, range) }, kind: 'region' };
  }
  yield* comments(text, /<!--[\s\S]*?-->/g);
}

/** The end of the line before the last of `range`; its start where there is only one. */
const lastLineBreak = (text: string, { start, end }: TextRange): number =>
  Math.max(start, text.slice(start, end).search(/\r?\n[^\n]*$/) + start);

/** Sections up to the blank lines before the next one, and data of several lines. */
function* ofRegistry(text: string, { sections }: RegistryContainer): Generator<Fold> {
  for (const [index, { range, values }] of sections.entries()) {
    const next = sections[index + 1]?.range.start ?? text.length;
    const body = text.slice(range.start, next).replace(/(\s|^\s*;.*$|\[)+$/m, '');
    yield { range: { start: range.start, end: range.start + body.length }, kind: 'region' };
    for (const value of values) yield { range: value.range, kind: 'region' };
  }
  yield* comments(text, /^[^\S\n]*;[^\n]*(?:\n[^\S\n]*;[^\n]*)+/gm);
}

function* comments(text: string, pattern: RegExp): Generator<Fold> {
  for (const { index, 0: found } of text.matchAll(pattern)) {
    yield { range: { start: index, end: index + found.trimEnd().length }, kind: 'comment' };
  }
}
