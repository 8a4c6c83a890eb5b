import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seedOf } from '../support/property.ts';
import { failureOf } from '../support/sequences/sequence.ts';

/** The number of random sequences; `node scripts/sequences.mjs` runs as many as you like. */
const runs = 100;

test('after any sequence of changes the editor shows what a fresh server and the command line find', async (t) => {
  const first = seedOf(t.name) >>> 1;
  for (let seed = first; seed < first + runs; seed++) {
    const failure = await failureOf(seed);
    assert.equal(failure, undefined, failure);
  }
});
