import type { Reach } from '../valueOrder.ts';
import { differenceBy } from './byOrder.ts';
import { difference, isEqual, isObject } from './directions.ts';
import { compareEntries } from './entries.ts';
import { compareFolders } from './folders.ts';
import { compareParts, type Parts, type ValueDifference } from './places.ts';

/** What is known about a key, and about places inside its value: `[].mode`, `.enabled`. */
export interface Comparable extends Reach {
  readonly parts?: Parts;
}

/**
 * Returns how two decoded values of a key compare, place by place; `undefined` is a key that is not set. Values that mean the
 * same have no differences.
 */
export function compareValues(key: Comparable, before: unknown, after: unknown): readonly ValueDifference[] {
  if (isEqual(before, after)) return [];
  const { order, parts = {}, ...rest } = key;
  const reach = { ...rest, ...(order && { order }) };
  if (order?.kind === 'entries') return compareEntries(reach, order, parts, before, after);
  const whole = { path: '', before, after, reach };
  if (order) {
    const found = differenceBy(order, before, after);
    const inside = order.kind === 'folders' ? compareFolders(parts, before, after) : [];
    return [...(found ? [{ ...whole, ...found }] : []), ...inside];
  }
  const hasParts = Object.keys(parts).length > 0 && [before, after].every((value) => isObject(value ?? {}));
  return hasParts ? compareParts(parts, before, after) : [{ ...whole, ...difference('changed') }];
}
