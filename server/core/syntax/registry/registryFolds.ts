import { comments, type Fold } from '../folds.ts';
import type { Parsed } from '../syntax.ts';

/** Sections with their values, data of several lines, and comments. */
export function* registryFolds(text: string, { container }: Parsed): Generator<Fold> {
  if (container?.format !== 'registry') return;
  for (const { range, values } of container.sections) {
    yield { range: { start: range.start, end: values.at(-1)?.range.end ?? range.end }, kind: 'region' };
    for (const value of values) yield { range: value.range, kind: 'region' };
  }
  yield* comments(text, /^[ \t]*;.*(?:(?:\r\n|\r|\n)[ \t]*;.*)+/gm);
}
