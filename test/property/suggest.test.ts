import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NearestIndex, nearest } from '../../server/core/base/suggest.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '_', '\u{1F600}'), maxLength: 7 });

test('the index answers as a look at every candidate does', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), word, (candidates, asked) => {
      assert.equal(new NearestIndex(candidates).nearest(asked), nearest(asked, candidates));
    }),
    { numRuns: 2_000 },
  );
});

test('a long word is found, too', () => {
  const long = 'read_item_'.repeat(5_000);
  assert.equal(new NearestIndex(['write', long]).nearest(`${long}s`), long);
  assert.equal(new NearestIndex(['write', 'x'.repeat(202)]).nearest('x'.repeat(200)), 'x'.repeat(202));
});

test('many words look at few of many candidates', () => {
  const size = 2_000;
  const index = new NearestIndex(Array.from({ length: size }, (_, i) => `read_item_${i}`));
  for (let i = 0; i < size; i++) assert.equal(index.nearest(`write_item_${i}`), undefined);
  assert.ok(index.compared <= 50 * size, `${index.compared} beginnings`);
});
