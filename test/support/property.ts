import type { TestContext } from 'node:test';
import fc from 'fast-check';

/** Returns a number for a name (FNV-1a), the same on every computer. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5 ^ Number(process.env.SEED ?? 0);
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/**
 * Returns how many runs a property gets: `runs` in the suite, which must find the faults planted for it, `longRuns` with
 * `LONG=1` (`npm run test:long`), and any number with `RUNS=n`.
 */
export const runsOf = (runs: number, longRuns = runs): number =>
  Number(process.env.RUNS ?? (process.env.LONG ? longRuns : runs));

/**
 * Returns the settings of a property. Its seed is derived from the title of its test, so that properties do not affect each
 * other's random numbers; `SEED=n` changes the numbers of all properties. For the runs see `runsOf`.
 */
export const random = (
  { name }: Pick<TestContext, 'name'>,
  runs: number,
  longRuns?: number,
): { seed: number; numRuns: number } => ({ seed: seedOf(name), numRuns: runsOf(runs, longRuns) });

/** Mixes a number so that its bits do not reveal the original (the finalizer of MurmurHash3). */
function mix(number: number): number {
  const first = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/**
 * Picks one item with uniform probability. Unlike `fc.constantFrom` it does not depend on the order of the items, and a new
 * item changes only the picks in which it wins (rendezvous hashing): data can grow without changing the other inputs of all
 * properties.
 */
export function constantByName<T>(items: readonly T[], nameOf: (item: T) => string): fc.Arbitrary<T> {
  const weighed = items.map((item) => ({ item, hash: seedOf(nameOf(item)) }));
  return fc.integer().map((number) => {
    const [first, ...others] = weighed;
    if (!first) throw new RangeError('nothing to pick from');
    const weight = ({ hash }: { hash: number }): number => mix(hash ^ mix(number));
    return others.reduce((best, other) => (weight(other) > weight(best) ? other : best), first).item;
  });
}
