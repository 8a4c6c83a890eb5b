import type { Place } from './place.ts';

/** An expectation, tested for one fleet. */
export interface ExpectationTest {
  /** The expectation as a sentence without a full stop. */
  readonly label: string;
  readonly place: Place;
  readonly outcome: 'met' | 'missed' | 'unsure';
  readonly why: string | null;
  /** What is not as expected, or uncertain, each with the line that decides. */
  readonly reasons: readonly { readonly text: string; readonly place: Place | null }[];
}

/** All expectations of a file for one fleet; `problem`: why they could not be tested. */
export interface ExpectationFleet {
  /** Null if `.plugboard.json` has no fleets: the files that were found. */
  readonly fleet: string | null;
  readonly problem?: string;
  readonly tests: readonly ExpectationTest[];
}

export interface ExpectationFile {
  readonly uri: string;
  /** Its display path. */
  readonly label: string;
  readonly fleets: readonly ExpectationFleet[];
}
