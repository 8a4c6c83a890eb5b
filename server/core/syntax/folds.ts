import type { TextRange } from '../base/text.ts';

/** A foldable range; its first line stays visible. */
export interface Fold {
  readonly range: TextRange;
  readonly kind: 'region' | 'comment';
}

export function* comments(text: string, pattern: RegExp): Generator<Fold> {
  for (const { index, 0: found } of text.matchAll(pattern)) {
    yield { range: { start: index, end: index + found.length }, kind: 'comment' };
  }
}
