import type { Certainty } from '../base/text.ts';
import type { InForce } from '../effective/inForce.ts';
import type { EffectiveResult, Origin } from '../effective/model.ts';
import type { Expectation } from './expectation.ts';

/** One thing that is not as expected, or that cannot be decided. */
export interface Miss {
  /** A sentence without a full stop. */
  readonly text: string;
  /** The line that decides; null if none does. */
  readonly origin: Origin | null;
  readonly certainty: Certainty;
}

/**
 * Whether an expectation holds for a fleet. `unsure`: all that is known is as expected, but some of it is not documented, so it
 * may be otherwise.
 */
export interface Verdict {
  readonly expectation: Expectation;
  readonly outcome: 'met' | 'missed' | 'unsure';
  /** How many tools, servers, plugins or settings were looked at, each on each surface. */
  readonly checked: number;
  readonly misses: readonly Miss[];
  readonly doubts: readonly Miss[];
}

/** What is in force on the computers of a fleet. */
export interface Fleet {
  readonly result: EffectiveResult;
  readonly inForce: InForce;
}

/** Something that was looked at, and whether it is as expected. */
export interface Finding extends Miss {
  readonly isMet: boolean;
}
