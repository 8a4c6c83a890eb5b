import type { TestContext } from 'node:test';
import fc from 'fast-check';

/** Returns a number for a name (FNV-1a): the same name gives the same number on every computer. */
export function seedOf(name: string): number {
  let hash = 0x811c9dc5 ^ Number(process.env.SEED ?? 0);
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/**
 * Returns the settings of a property. Its seed comes from the title of its test, so that no property shifts the random numbers of
 * another. `SEED=n` draws other numbers for all of them, `RUNS=n` draws so many.
 */
export const random = ({ name }: Pick<TestContext, 'name'>, numRuns: number): { seed: number; numRuns: number } => ({
  seed: seedOf(name),
  numRuns: Number(process.env.RUNS ?? numRuns),
});

/** Mixes a number well enough that its bits tell nothing about the number before (the finalizer of MurmurHash3). */
function mix(number: number): number {
  const first = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return (second ^ (second >>> 16)) >>> 0;
}

/**
 * Picks one item, each with the same chance. Unlike `fc.constantFrom` it does not depend on the order of the items, and a new item
 * only takes the place of others where it is picked itself (rendezvous hashing): so data can grow without other inputs for all
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
