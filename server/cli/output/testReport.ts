import { expectationWords, Lines, type Miss, type Origin, type Verdict } from '../../core/index.ts';
import { shownPath } from '../opened.ts';
import { oneLine } from '../terminal.ts';

/** A place of a file, counted from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One reason why an expectation does not hold or is uncertain. */
export interface PlacedMiss {
  readonly text: string;
  /** The line that decides; null if none does. */
  readonly place: Place | null;
}

/** An expectation, tested for one fleet. */
export interface Tested {
  readonly expectation: string;
  readonly place: Place;
  readonly outcome: Verdict['outcome'];
  /** How many tools, servers, plugins or settings were looked at. */
  readonly checked: number;
  readonly misses: readonly PlacedMiss[];
  readonly doubts: readonly PlacedMiss[];
  readonly why: string | null;
}

/** All expectations of a file for one fleet. */
export interface FleetTests {
  /** Null if `.plugboard.json` has no fleets: the files that were found. */
  readonly fleet: string | null;
  /** What was evaluated, in sentences. */
  readonly evaluated: string;
  readonly minimumVersion: string;
  readonly tests: readonly Tested[];
}

export interface FileTests {
  readonly file: string;
  readonly fleets: readonly FleetTests[];
}

type TextOf = (uri: string) => string | undefined;

/** Returns a function that converts offsets to lines; null for a file that was not read. */
export function placesOf(textOf: TextOf): (origin: Origin) => Place | null {
  const known = new Map<string, Lines | undefined>();
  return ({ uri, range }) => {
    if (!known.has(uri)) {
      const text = textOf(uri);
      known.set(uri, text === undefined ? undefined : new Lines(text));
    }
    const at = known.get(uri)?.positionAt(range.start);
    return at ? { file: shownPath(uri), line: at.line + 1, column: at.character + 1 } : null;
  };
}

/** Returns a verdict for output: on one line each, without secrets. */
export function testedOf(
  { expectation, outcome, checked, misses, doubts }: Verdict,
  place: Place,
  placeOf: (origin: Origin) => Place | null,
): Tested {
  const placed = ({ text, origin }: Miss): PlacedMiss => ({
    text: oneLine(text),
    place: origin && placeOf(origin),
  });
  return {
    expectation: oneLine(expectationWords(expectation)),
    place,
    outcome,
    checked,
    misses: misses.map(placed),
    doubts: doubts.map(placed),
    why: expectation.why === undefined ? null : oneLine(expectation.why),
  };
}

/** Returns all tests of a report. */
export const allTests = (files: readonly FileTests[]): Tested[] =>
  files.flatMap(({ fleets }) => fleets.flatMap(({ tests }) => tests));

/** `policy.json:3` */
export const placeWords = ({ file, line }: Place): string => `${oneLine(file)}:${line}`;

/** Returns a miss with its place: `` `read` of `crm` is Allow in Cowork (policy.json:3) ``. */
export const missWords = ({ text, place }: PlacedMiss): string =>
  place === null ? text : `${text} (${placeWords(place)})`;
