import type { Fold } from '../folds.ts';
import { walk } from '../node.ts';
import type { Parsed } from '../syntax.ts';
import { xmlComments } from './plistComments.ts';

/** Dictionaries, lists and strings, without their last line; comments. */
export function* plistFolds(text: string, { container }: Parsed): Generator<Fold> {
  if (container?.format !== 'plist') return;
  for (const { range } of walk(container.outer)) {
    const lastBreak = text.slice(range.start, range.end).search(/(\r\n|\r|\n)[^\r\n]*$/);
    yield { range: { start: range.start, end: range.start + Math.max(0, lastBreak) }, kind: 'region' };
  }
  for (const { range } of xmlComments(text)) yield { range, kind: 'comment' };
}
