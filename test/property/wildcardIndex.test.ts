import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { matchesWildcard } from '../../server/core/policy/wildcard.ts';
import { WildcardIndex } from '../../server/core/policy/wildcardIndex.ts';

const letters = (more: string) => fc.string({ unit: fc.constantFrom('a', 'b', '_', ...more), maxLength: 8 });

test('the index finds what a look at every name finds, in the same order', () => {
  fc.assert(
    fc.property(fc.array(letters('\0'), { minLength: 20, maxLength: 80 }), letters('*'), (names, pattern) => {
      const items = names.map((name, at) => ({ name, at }));
      assert.deepEqual(
        new WildcardIndex(items, ({ name }) => name).matching(pattern),
        items.filter(({ name }) => matchesWildcard(pattern, name)),
      );
    }),
  );
});

test('many wildcards look at few of many names', () => {
  const size = 2_000;
  let looks = 0;
  const items = Array.from({ length: size }, (_, i) => ({ name: `read_item_${i}_now` }));
  const index = new WildcardIndex(items, ({ name }) => {
    looks++;
    return name;
  });
  for (let i = 0; i < size; i++) {
    assert.ok(index.matching(`read_*_${i}_*`).length >= 1);
    assert.equal(index.matching(`write_${i}_*`).length, 0);
  }
  assert.ok(looks <= 50 * size, `${looks} looks`);
});
