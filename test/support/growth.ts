import assert from 'node:assert/strict';

/** The ratio of the large to the small input. */
const factor = 8;
/** Between 1 for linear and 8 for quadratic time. Large inputs exceed the processor's caches, which costs up to a factor of 2. */
const limit = 4;
const rounds = 3;
/** A CPU time below this is not meaningful, in milliseconds: the size is doubled until the best round takes longer. */
const measurable = 20;

/** Returns the CPU time of this process for `work`, in milliseconds. Other programs hardly affect it. */
function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Asserts that the time of `work` is linear: one input of at least `size` takes about as much CPU time as eight inputs of an
 * eighth. Quadratic work takes eight times as much. Inputs are created again for each round, so that nothing computed from them
 * is cached, and the best round counts.
 */
export function assertLinear<T>(size: number, make: (size: number) => T, work: (input: T) => unknown): void {
  let total = size;
  const round = (count: number): number => {
    const inputs = Array.from({ length: count }, () => make(total / count));
    return cpuTime(() => {
      for (const input of inputs) work(input);
    });
  };
  const best = () => Math.min(...Array.from({ length: rounds }, () => round(factor)));
  let small = best();
  for (; small < measurable; small = best()) total *= 2;
  let large = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds && large >= limit * small; i++) large = Math.min(large, round(1));
  const measured = `${large.toFixed(0)} ms for one input, ${small.toFixed(0)} ms for ${factor} inputs of 1/${factor} of its size`;
  console.log(`  ${measured}`);
  assert.ok(large < limit * small, measured);
}
