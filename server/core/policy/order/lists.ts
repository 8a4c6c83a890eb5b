import type { ValueOrder } from '../valueOrder.ts';
import { coversFolder, coversHost, coversPattern } from './covers.ts';

export type ListOrder = Extract<ValueOrder, { readonly kind: 'set' | 'hosts' | 'patterns' | 'folders' }>;

/** The entries of each list that no entry of the other covers. */
export interface ListDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Returns the name of an entry: a string, or the path or URL of an object. */
function nameOf(entry: unknown): string {
  if (typeof entry === 'string') return entry;
  if (typeof entry === 'object' && entry !== null) {
    if ('path' in entry && typeof entry.path === 'string') return entry.path;
    if ('serverUrl' in entry && typeof entry.serverUrl === 'string') return entry.serverUrl;
  }
  return JSON.stringify(entry) ?? '';
}

/** Returns the entries of a list, or the parts of a string between its separators. */
export function entriesOf(value: unknown, { separator, implies = {} }: ListOrder): readonly string[] {
  const list = typeof value === 'string' && separator !== undefined ? value.split(separator) : value;
  const names = (Array.isArray(list) ? list : [list]).map(nameOf).map((name) => name.trim());
  const own = names.filter((name) => name !== '');
  return [...new Set([...own, ...own.flatMap((name) => (Object.hasOwn(implies, name) ? (implies[name] ?? []) : []))])];
}

export function compareLists(before: readonly string[], after: readonly string[], order: ListOrder): ListDifference {
  const without = (list: readonly string[], others: readonly string[]) => {
    const known = new Set(others);
    return list.filter((entry) => !known.has(entry) && !others.some((other) => covers(other, entry, order)));
  };
  return { added: without(after, before), removed: without(before, after) };
}

function covers(wide: string, narrow: string, { kind, loosest, wildcard }: ListOrder): boolean {
  if (wide === loosest) return true;
  if (kind === 'folders') return coversFolder(wide, narrow);
  if (kind === 'set') return false;
  return wildcard ? coversHost(wide, narrow, wildcard) : coversPattern(wide, narrow);
}
