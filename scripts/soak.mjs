// Uses one language server for a long time: `node scripts/soak.mjs [--minutes N] [--every SECONDS] [--seed N]`. Random edits,
// opens, closes, requests and changes on disk; at intervals it restores everything and measures the memory after a garbage
// collection. Fails if the memory is not flat.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openEditor } from './soak/editor.mjs';
import { randomFrom, slopeOf } from './soak/random.mjs';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    every: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const [minutes, every, seed] = [values.minutes, values.every, values.seed].map(Number);
/** How much the line through the measurements may rise during the run, as a share of its mean. */
const bounds = { heap: 0.05, rss: 0.1 };
/** The share of the measurements that are left out: caches fill and functions are compiled. */
const warmUp = 0.25;

const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'plugboard-soak-'));
fs.cpSync(path.join(root, 'sample'), folder, { recursive: true });
fs.cpSync(path.join(root, 'test/fixtures/workspace'), path.join(folder, 'more'), { recursive: true });

const editor = await openEditor(folder, randomFrom(seed));
const begin = performance.now();
const elapsed = () => (performance.now() - begin) / 60_000;
const measured = [];
const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
while (elapsed() < minutes) {
  const until = performance.now() + every * 1000;
  while (performance.now() < until) await editor.step();
  await editor.rest();
  const memory = await editor.measure();
  measured.push({ minute: elapsed(), ...memory });
  console.log(`${elapsed().toFixed(1)} min: heap ${megabytes(memory.heap)} MB, RSS ${megabytes(memory.rss)} MB`);
}
await editor.close();
fs.rmSync(folder, { recursive: true, force: true });

const counted = measured.slice(Math.floor(measured.length * warmUp));
const time = counted.at(-1).minute - counted[0].minute;
let isFlat = true;
for (const [what, bound] of Object.entries(bounds)) {
  const { slope, mean } = slopeOf(counted.map((each) => [each.minute, each[what]]));
  const rise = (slope * time) / mean;
  isFlat &&= rise <= bound;
  console.log(
    `${what}: mean ${megabytes(mean)} MB, slope ${(slope / 1e3).toFixed(1)} kB per minute, ${(rise * 100).toFixed(1)} % in ${time.toFixed(1)} min (at most ${bound * 100} %)`,
  );
}
console.log(
  Object.entries(editor.done)
    .map(([what, count]) => `${count} ${what}`)
    .join(', '),
);
for (const message of new Set(editor.log)) console.log(`the server logged: ${message}`);
if (editor.failures > 0) console.log(`${editor.failures} requests failed`);
console.log(isFlat ? 'The memory is flat.' : 'The memory is not flat.');
process.exitCode = isFlat && editor.log.length === 0 ? 0 : 1;
