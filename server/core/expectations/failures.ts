import type { TextRange } from '../base/text.ts';
import { listOf } from '../base/words.ts';
import { expectationWords } from './expectationWords.ts';
import type { Miss, Verdict } from './verdict.ts';

/** The verdicts of one file for one fleet. */
export interface TestedFleet {
  readonly fleet: string | undefined;
  readonly verdicts: readonly Verdict[];
}

/** Something that is not as expected, or uncertain, and where to say so. */
export interface Failure {
  readonly outcome: 'missed' | 'unsure';
  readonly uri: string;
  readonly range: TextRange;
  readonly message: string;
  readonly expectation: Verdict['expectation'];
}

/** The maximum number of reasons that are reported for one expectation and fleet. */
const reported = 10;

/**
 * Returns what to report for a file of expectations: at the lines that decide, otherwise at the expectation itself. What fails
 * in the same way on several fleets is reported once.
 * @param uri the file of expectations. @param isShown whether findings can be shown in a file
 */
export function failures(uri: string, tested: readonly TestedFleet[], isShown: (uri: string) => boolean): Failure[] {
  const merged = new Map<string, { readonly verdict: Verdict; readonly miss: Miss; readonly fleets: string[] }>();
  for (const { fleet, verdicts } of tested) {
    for (const [i, verdict] of verdicts.entries()) {
      for (const miss of reasonsOf(verdict)) {
        const key = JSON.stringify([verdict.expectation.range, i, verdict.outcome, miss.text, miss.origin]);
        const known = merged.get(key) ?? { verdict, miss, fleets: [] };
        merged.set(key, known);
        if (fleet !== undefined) known.fleets.push(`\`${fleet}\``);
      }
    }
  }
  return [...merged.values()].map(({ verdict: { expectation, outcome }, miss, fleets }) => {
    const at = miss.origin && isShown(miss.origin.uri) ? miss.origin : { uri, range: expectation.range };
    return {
      outcome: outcome === 'missed' ? 'missed' : 'unsure',
      uri: at.uri,
      range: at.range,
      message: failureWords(expectation, outcome, miss, fleets),
      expectation,
    };
  });
}

const reasonsOf = ({ outcome, misses, doubts }: Verdict): readonly Miss[] =>
  (outcome === 'missed' ? misses : outcome === 'unsure' ? doubts : []).slice(0, reported);

function failureWords(
  expectation: Verdict['expectation'],
  outcome: Verdict['outcome'],
  { text }: Miss,
  fleets: readonly string[],
): string {
  const on = fleets.length === 0 ? '' : ` on ${fleets.length === 1 ? 'fleet' : 'fleets'} ${listOf(fleets)}`;
  const head = outcome === 'missed' ? `Expected${on}` : `Uncertain${on}`;
  const doubt = outcome === 'missed' ? [] : ['The app’s documentation does not say so.'];
  const why = expectation.why === undefined ? [] : [`Why it is expected: ${expectation.why}`];
  return [`${head}: ${expectationWords(expectation)}. ${text}.`, ...doubt, ...why].join(' ');
}
