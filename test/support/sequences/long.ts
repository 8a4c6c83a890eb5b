import { failureOf } from './sequence.ts';

/** The long run of `node scripts/sequences.mjs`: this process runs every `shares`-th sequence. */
const [share = 0, shares = 1, first = 1, count = 5000] = process.argv.slice(2).map(Number);
const failed: number[] = [];
let done = 0;
for (let seed = first + share; seed < first + count; seed += shares) {
  const failure = await failureOf(seed);
  done++;
  if (failure !== undefined) {
    failed.push(seed);
    console.log(`${failure}\n`);
  }
  if (done % 100 === 0) console.log(`${done} sequences up to seed ${seed}, ${failed.length} failed`);
}
console.log(`${done} sequences, ${failed.length} failed${failed.length > 0 ? `: ${failed.join(', ')}` : ''}`);
process.exitCode = failed.length === 0 ? 0 : 1;
