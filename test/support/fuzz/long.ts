import fs from 'node:fs';
import path from 'node:path';
import { draw, failuresOf, noCounts, shrink, signatureOf } from './fuzz.ts';
import { seedGroups } from './seeds.ts';

/** The long run of `node scripts/fuzz.mjs`: this process runs every `shares`-th number. */
const [share = '0', shares = '1', first = '1', minutes = '10', out = '.', ...folders] = process.argv.slice(2);
const groups = await seedGroups(folders);
const counts = noCounts();
const seen = new Map<string, number>();
/** The maximum number of inputs that are written per cause. */
const kept = 2;

const end = performance.now() + Number(minutes) * 60_000;
const started = process.cpuUsage();
const report = () => {
  const { user, system } = process.cpuUsage(started);
  const failures = [...seen].map(([signature, count]) => `\n  ${count} × ${signature}`).join('');
  console.log(`share ${share}: ${JSON.stringify(counts)} in ${Math.round((user + system) / 1e6)} s of CPU${failures}`);
};
let said = performance.now();
for (let number = Number(first) + Number(share); performance.now() < end; number += Number(shares)) {
  const drawn = draw(groups, number);
  for (const failure of failuresOf(drawn, counts)) {
    const signature = signatureOf(failure);
    const count = (seen.get(signature) ?? 0) + 1;
    seen.set(signature, count);
    if (count > kept) continue;
    const { seed, offset } = shrink(drawn, signature);
    const name = signature.replaceAll(/[^\w-]+/g, '-').slice(0, 80);
    const text = {
      signature,
      number,
      path: seed.path,
      text: seed.text,
      around: seed.around,
      offset,
      detail: failure.detail,
    };
    fs.writeFileSync(path.join(out, `${name}-${number}.json`), `${JSON.stringify(text, null, 2)}\n`);
  }
  if (performance.now() - said > 60_000) {
    said = performance.now();
    report();
  }
}
report();
process.exitCode = seen.size === 0 ? 0 : 1;
