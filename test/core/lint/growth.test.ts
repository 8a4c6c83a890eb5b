import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RangeIndex } from '../../../server/core/base/rangeIndex.ts';
import type { Diagnostic, TextRange } from '../../../server/core/base/text.ts';
import { merge } from '../../../server/core/lint/merge.ts';
import { pathsAround } from '../../../server/core/schema/pathsAround.ts';

const size = 2_000;

/** Counts how often anything looks at the things that it creates. */
class Looks {
  count = 0;

  at<T extends object>(thing: T): T {
    return new Proxy(thing, {
      get: (target, key) => {
        this.count++;
        return Reflect.get(target, key);
      },
    });
  }
}

test('findings are merged without comparing each with all others', () => {
  const looks = new Looks();
  const found = (start: number, more: Partial<Diagnostic>): Diagnostic => ({
    uri: 'file:///a',
    rule: 'skill/x',
    severity: 'error',
    message: 'x',
    range: looks.at({ start, end: start + 2 }),
    ...more,
  });
  const numbers = Array.from({ length: size }, (_, i) => i * 10);
  const local = numbers.flatMap((start) => [
    found(start, { builtin: 'schema' }),
    found(start + 5, { builtin: 'schema', range: looks.at({ start: start + 5, end: start + 9 }) }),
    found(start + 6, { builtin: 'syntax', range: looks.at({ start: start + 6, end: start + 7 }) }),
  ]);
  const merged = merge(
    local,
    numbers.map((start) => found(start, {})),
    new Map(),
  );
  assert.deepEqual(new Set(merged.map(({ builtin }) => builtin)), new Set([undefined, 'syntax']));
  assert.equal(merged.length, 2 * size);
  assert.ok(looks.count <= 300 * size, `${looks.count} looks`);
});

test('ranges inside another one are found by a look at the ranges that begin in it', () => {
  const looks = new Looks();
  const item = (start: number, end: number) => ({ range: looks.at({ start, end }) });
  const items = [item(5, 6), ...Array.from({ length: size }, (_, i) => item(i * 10, i * 10 + 4)), item(2, 90)];
  const index = new RangeIndex(items);
  looks.count = 0;
  const outer: TextRange = { start: 2, end: 24 };
  assert.deepEqual(
    index.inside(outer).map((found) => items.indexOf(found)),
    [0, 2, 3],
  );
  assert.ok(index.hasInside({ start: 5, end: 6 }));
  assert.ok(!index.hasInside({ start: 11, end: 14 }));
  assert.ok(!index.hasInside({ start: 100 * size, end: 200 * size }));
  assert.ok(looks.count <= 200, `${looks.count} looks`);
});

test('paths around errors are found by a look at each error', () => {
  const looks = new Looks();
  const errors = Array.from({ length: size }, (_, i) => looks.at({ instancePath: `/servers/${i}/url` }));
  const paths = pathsAround([...errors, looks.at({ instancePath: '/owner', missingKey: 'name' })]);
  assert.deepEqual([...paths].filter((path) => !/\d/.test(path)).sort(), ['', '/owner', '/servers']);
  assert.equal(paths.size, size + 3);
  assert.ok(looks.count <= 3 * size, `${looks.count} looks`);
});
