import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertLinear } from '../support/growth.ts';

const numbers = (size: number) => Array.from({ length: size }, (_, index) => index);

test('work that grows with the square of its input is noticed, linear work passes', () => {
  assertLinear(10_000, numbers, (all) => new Map(all.map((number) => [number, number])));
  assert.throws(
    () => assertLinear(4_000, numbers, (all) => all.filter((number) => all.includes(number + 0.5))),
    /ms for one input/,
  );
});
