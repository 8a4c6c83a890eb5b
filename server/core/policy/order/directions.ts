/**
 * How a value compares with the previous one. `changed`: the two have no order. `not-comparable`: looser in one way and
 * stricter in another.
 */
export type Direction = 'looser' | 'stricter' | 'not-comparable' | 'changed';

/** How two values differ. */
export interface Difference {
  readonly direction: Direction;
  /** Entries or names that were added or removed, except those that other entries cover. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export const difference = (
  direction: Direction,
  added: readonly string[] = [],
  removed: readonly string[] = [],
): Difference => ({ direction, added, removed });

/** Returns the direction of a change that allows more (`more`), less, or both; undefined for neither. */
export function directionOf(more: boolean, less: boolean): Direction | undefined {
  if (more && less) return 'not-comparable';
  if (more) return 'looser';
  return less ? 'stricter' : undefined;
}

/** Returns the direction from one rank to another, of which the higher one is looser; a value without a rank cannot be compared. */
export function byRank(before: number | undefined, after: number | undefined): Direction | undefined {
  if (before === undefined || after === undefined) return 'not-comparable';
  return directionOf(after > before, after < before);
}

/** Whether two values are equal, independent of the order of keys. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [Object.entries(a), new Map(Object.entries(b))];
  return own.length === other.size && own.every(([key, value]) => other.has(key) && isEqual(value, other.get(key)));
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
