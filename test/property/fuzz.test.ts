import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draw, failuresOf, noCounts, shrink, signatureOf } from '../support/fuzz/fuzz.ts';
import { seedGroups } from '../support/fuzz/seeds.ts';
import { random } from '../support/property.ts';

test('no random document throws, hangs, or is answered wrongly, and every fix helps', async (t) => {
  const groups = await seedGroups();
  const { seed, numRuns } = random(t, 400, 1_000);
  const counts = noCounts();
  for (let i = 0; i < numRuns; i++) {
    const drawn = draw(groups, seed + i);
    const [failure] = failuresOf(drawn, counts);
    if (!failure) continue;
    const { path, text, around } = shrink(drawn, signatureOf(failure)).seed;
    assert.fail(
      [`number ${seed + i}`, signatureOf(failure), failure.detail, JSON.stringify({ path, text, around })].join('\n'),
    );
  }
  console.log(`  ${JSON.stringify(counts)}`);
});
