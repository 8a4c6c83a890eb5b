import type { ValueOrder } from '../valueOrder.ts';
import { byRank, type Difference, type Direction, difference, directionOf, isObject } from './directions.ts';
import { compareLists, entriesOf, type ListOrder } from './lists.ts';

type OrderOf<Kind extends ValueOrder['kind']> = Extract<ValueOrder, { readonly kind: Kind }>;

/** Returns how two values differ by their order, without looking at places inside them; undefined if they mean the same. */
export function differenceBy(order: ValueOrder, before: unknown, after: unknown): Difference | undefined {
  switch (order.kind) {
    case 'set':
    case 'hosts':
    case 'patterns':
    case 'folders':
      return ofLists(order, before, after);
    case 'map':
      return ofMap(order, before, after);
    default: {
      const direction = directionBy(order, before, after);
      return direction && difference(direction);
    }
  }
}

function directionBy(order: ValueOrder, before: unknown, after: unknown): Direction | undefined {
  switch (order.kind) {
    case 'boolean':
      return byRank(booleanRank(order, before), booleanRank(order, after));
    case 'enum':
      return byRank(enumRank(order, before), enumRank(order, after));
    case 'number':
      return byRank(numberRank(order, before), numberRank(order, after));
    case 'presence':
      return before === undefined ? 'looser' : after === undefined ? 'stricter' : 'changed';
    case 'pin':
      return byRank(pinRank(order, before), pinRank(order, after)) ?? 'changed';
    default:
      return 'changed';
  }
}

function booleanRank({ unset, looser }: OrderOf<'boolean'>, value: unknown): number | undefined {
  const meant = value ?? unset;
  return typeof meant === 'boolean' ? Number(meant === looser) : undefined;
}

const enumRank = ({ values, unset, unknown }: OrderOf<'enum'>, value: unknown): number | undefined =>
  rankAmong(values, value, unset, unknown);

/** Returns the rank of a value, from strict to loose; undefined if it has none. */
function rankAmong(
  values: readonly (string | readonly string[])[],
  value: unknown,
  unset: string,
  unknown?: string,
): number | undefined {
  if (value === undefined && unset === 'loosest') return values.length;
  const rank = (text: unknown): number | undefined => {
    const found = values.findIndex((each) => (typeof each === 'string' ? [each] : each).some((one) => one === text));
    return found >= 0 ? found : undefined;
  };
  return rank(value === undefined ? unset : value) ?? rank(unknown);
}

function numberRank({ looser, unset }: OrderOf<'number'>, value: unknown): number | undefined {
  if (value === undefined && unset === 'loosest') return Number.POSITIVE_INFINITY;
  const meant = value ?? unset;
  return typeof meant === 'number' ? meant * (looser === 'larger' ? 1 : -1) : undefined;
}

/** A commit or a hash pins more strictly than a name. */
function pinRank({ values }: OrderOf<'pin'>, value: unknown): number {
  if (value === undefined || value === '') return values.indexOf('unset');
  const isHash = typeof value === 'string' && /^[0-9a-f]{40,64}$/i.test(value);
  return Math.max(0, values.indexOf(isHash ? 'sha' : 'name'));
}

function ofLists(order: ListOrder, before: unknown, after: unknown): Difference | undefined {
  const grows = order.looser === 'superset';
  const [was, is] = [before, after].map((value) => (value === undefined ? undefined : entriesOf(value, order)));
  if (!was || !is) return ofUnset(order, was, is);
  const { added, removed } = compareLists(was, is, order);
  const direction = directionOf((grows ? added : removed).length > 0, (grows ? removed : added).length > 0);
  return direction && difference(direction, added, removed);
}

/** Returns the difference between a list and a missing key. */
function ofUnset(
  { unset, looser }: ListOrder,
  was: readonly string[] = [],
  is: readonly string[] | undefined,
): Difference | undefined {
  const list = is ?? was;
  const result = (direction: Direction) => difference(direction, is ?? [], is ? [] : was);
  if (unset === 'as-empty' && list.length === 0) return undefined;
  if (unset === 'conditional' || unset === 'not-comparable') return result('not-comparable');
  const isUnsetLooser =
    unset === 'loosest' || (unset === 'between' && list.length === 0) || (unset === 'as-empty' && looser === 'subset');
  return result((is === undefined) === isUnsetLooser ? 'looser' : 'stricter');
}

/** Returns the difference between two objects with a value for each name. */
function ofMap({ values, missing, unknown }: OrderOf<'map'>, before: unknown, after: unknown): Difference | undefined {
  const [was = {}, is = {}] = [before, after];
  if (!isObject(was) || !isObject(is)) return difference('changed');
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  const direction = (name: string) =>
    byRank(rankAmong(values, was[name], missing, unknown), rankAmong(values, is[name], missing, unknown));
  const more = names.filter((name) => ['looser', 'not-comparable'].includes(direction(name) ?? ''));
  const less = names.filter((name) => ['stricter', 'not-comparable'].includes(direction(name) ?? ''));
  const whole = directionOf(more.length > 0, less.length > 0);
  return whole && difference(whole, more, less);
}
