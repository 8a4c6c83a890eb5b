import type { ValueOrder } from '../valueOrder.ts';
import { difference, directionOf, isEqual, isObject } from './directions.ts';
import { compareParts, type Parts, partsBelow, type ValueDifference } from './places.ts';

type EntriesOrder = Extract<ValueOrder, { readonly kind: 'entries' }>;

/**
 * Returns the differences of two lists of objects that are identified by some of their fields: what was added, what was
 * removed, and what differs in the others.
 */
export function compareEntries(
  reach: ValueDifference['reach'],
  order: EntriesOrder,
  parts: Parts,
  before: unknown,
  after: unknown,
): readonly ValueDifference[] {
  const [was, is] = [entriesById(order, before), entriesById(order, after)];
  const added = [...is.keys()].filter((id) => !was.has(id));
  const removed = [...was.keys()].filter((id) => !is.has(id));
  const whole = { path: '', before, after, reach };
  if (order.unset === 'loosest' && (before === undefined || after === undefined))
    return [{ ...whole, ...difference(after === undefined ? 'looser' : 'stricter', added, removed) }];
  const direction = directionOf(added.length > 0, removed.length > 0);
  const inside = partsBelow(parts, '[]');
  return [
    ...(direction ? [{ ...whole, ...difference(direction, added, removed) }] : []),
    ...[...is].flatMap(([id, entry]): readonly ValueDifference[] => {
      const other = was.get(id);
      if (other === undefined || isEqual(other, entry)) return [];
      const path = `[${id}]`;
      return isObject(other) && isObject(entry)
        ? compareParts(inside, other, entry, path)
        : [{ path, before: other, after: entry, reach, ...difference('changed') }];
    }),
  ];
}

/** Returns the entries of a list by id; if several have one id, all but the first get a number too. */
function entriesById({ id }: EntriesOrder, value: unknown): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const entry of Array.isArray(value) ? value : []) {
    const name = isObject(entry) ? idOf(id, entry) : String(entry);
    let free = name;
    for (let number = 2; found.has(free); number++) free = `${name} #${number}`;
    found.set(free, entry);
  }
  return found;
}

/** Returns the values of an id's fields; if the fields are alternatives, the one that is present. */
const idOf = (id: EntriesOrder['id'], entry: Readonly<Record<string, unknown>>): string =>
  id
    .flatMap((name) => {
      const fields = (typeof name === 'string' ? [name] : name).map((each) => entry[each]);
      return fields.filter((field) => typeof field === 'string').slice(0, 1);
    })
    .join(' ');
