// Runs random sequences of edits, opens, closes, renames, deletions, branch switches and changes on disk. After each, the
// editor must show what a fresh server and the command line find: `node scripts/sequences.mjs [--seed FIRST] [--count N]
// [--jobs N]`. Prints each failure as a minimal sequence; the same seed gives the same sequence.
import { parseArgs } from 'node:util';
import { runShares } from './runShares.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '5000' },
    jobs: { type: 'string', default: '2' },
  },
});
process.exitCode = await runShares('test/support/sequences/long.ts', Number(values.jobs), [values.seed, values.count]);
