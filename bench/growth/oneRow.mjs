// Measures one row in a process of its own, so that rows do not affect each other, and prints each measurement as JSON.
import { loadCore } from './core.mjs';
import { cpuTime, isBearable } from './measure.mjs';
import { operations } from './operations.mjs';
import { fileRows } from './rows/index.mjs';

const [file, title, ...sizes] = process.argv.slice(2);
const core = await loadCore(file);
const row = fileRows.find((each) => each.title === title);
if (!row) throw new Error(`no row ${title}`);
const measured = new Map();
const roundsOf = (size) => (size <= 1_000 ? 4 : size <= 10_000 ? 3 : 2);

const sample = row.make(20);
for (let i = 0; i < 2; i++) for (const run of Object.values(operations(core, sample))) run();

for (const size of sizes.map(Number)) {
  const input = row.make(size);
  const best = new Map();
  const skipped = new Set();
  for (let round = 0; round < roundsOf(size); round++) {
    for (const [name, run] of Object.entries(operations(core, input))) {
      const points = measured.get(name) ?? [];
      if (skipped.has(name) || !isBearable(points, size)) {
        skipped.add(name);
        continue;
      }
      const time = cpuTime(run);
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, time));
    }
  }
  for (const [name, time] of best) {
    measured.set(name, [...(measured.get(name) ?? []), { size, time }]);
    console.log(JSON.stringify({ name, size, time }));
  }
}
