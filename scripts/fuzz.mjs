// Runs every feature of the core on random documents: `node scripts/fuzz.mjs [--seed FIRST] [--minutes N] [--jobs N] [--out
// FOLDER] [FOLDER…]`. The folders provide more initial texts. Writes the smallest input of each failure below --out, and prints
// counts every minute.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runShares } from './runShares.mjs';

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '10' },
    jobs: { type: 'string', default: '2' },
    out: { type: 'string', default: 'dist-test/fuzz-failures' },
  },
  allowPositionals: true,
});
const out = path.resolve(values.out);
fs.mkdirSync(out, { recursive: true });
const folders = positionals.map((folder) => path.resolve(folder));
const args = [values.seed, values.minutes, out, ...folders];
process.exitCode = await runShares('test/support/fuzz/long.ts', Number(values.jobs), args);
