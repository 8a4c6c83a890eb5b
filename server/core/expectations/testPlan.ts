import { derived } from '../base/derived.ts';
import { effective } from '../effective/effective.ts';
import { settingsInForce } from '../effective/inForce.ts';
import type { EffectiveInput } from '../effective/input.ts';
import type { Node } from '../syntax/node.ts';
import { type Expectation, type Flaw, isFlaw, readExpectations } from './expectation.ts';
import { judge } from './judge.ts';
import type { Fleet, Verdict } from './verdict.ts';

/** What is tested for one fleet; undefined: the files that are found. */
interface PlannedFleet {
  readonly fleet: string | undefined;
  readonly expectations: readonly Expectation[];
}

/** What a file of expectations asks to be tested, and what in it cannot be. */
export interface TestPlan {
  readonly fleets: readonly PlannedFleet[];
  /** Entries that are not expectations, and names of fleets that do not exist: `is not tested: …` */
  readonly untested: readonly Flaw[];
  readonly isEmpty: boolean;
}

/**
 * Plans the tests of one file. Command line and editor both test what this returns.
 * @param known the names of the fleets of the settings. @param wanted fleets to test; undefined: all.
 */
export function testPlan(root: Node | undefined, known: readonly string[], wanted?: readonly string[]): TestPlan {
  const read = readExpectations(root);
  const expectations = read.filter((each): each is Expectation => !isFlaw(each));
  const fleets = wanted ?? (known.length === 0 ? [undefined] : known);
  return {
    fleets: fleets.map((fleet) => ({ fleet, expectations: expectations.filter((each) => isFor(each, fleet)) })),
    untested: read.flatMap((each) => (isFlaw(each) ? [notTested(each)] : unknownFleets(each, known))),
    isEmpty: read.length === 0,
  };
}

const isFor = ({ fleets }: Expectation, fleet: string | undefined): boolean =>
  fleets === undefined || (fleet !== undefined && fleets.includes(fleet));

const notTested = ({ range, message }: Flaw): Flaw => ({ range, message: `is not tested: ${message}` });

const unknownFleets = ({ fleets = [], range }: Expectation, known: readonly string[]): Flaw[] =>
  fleets
    .filter((name) => !known.includes(name))
    .map((name) => ({ range, message: `is not tested for ${name}: .plugboard.json has no such fleet` }));

/** Returns what is in force on a device, computed once. */
export const fleetOf: (input: EffectiveInput) => Fleet = derived((input) => ({
  result: effective(input),
  inForce: settingsInForce(input),
}));

/** Decides each expectation for one fleet. */
export const verdictsOf = (expectations: readonly Expectation[], fleet: Fleet): Verdict[] =>
  expectations.map((each) => judge(each, fleet));
