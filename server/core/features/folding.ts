import type { Document } from '../model.ts';
import type { Fold } from '../syntax/folds.ts';
import { parse } from '../workspace/parse.ts';

/** Returns what can be folded; undefined for a syntax that editors can fold themselves. */
export function folds(document: Document): Fold[] | undefined {
  const { text, kind } = document;
  const found = kind.syntax.folds?.(text, parse(document));
  return found && [...found].filter(({ range }) => /[\r\n]/.test(text.slice(range.start, range.end)));
}
