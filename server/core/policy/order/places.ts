import type { Reach } from '../valueOrder.ts';
import { differenceBy } from './byOrder.ts';
import { type Difference, difference, isEqual, isObject } from './directions.ts';

/** What is known about places inside a value: `.enabled`, `.oauth.scope`. */
export type Parts = Readonly<Record<string, Reach>>;

/** How one place of a value compares with the previous value. */
export interface ValueDifference extends Difference {
  /** The place inside the value: `[crm].readOnly`; empty for the whole value. */
  readonly path: string;
  /** Undefined if it is not set. */
  readonly before: unknown;
  readonly after: unknown;
  /** What is known about the place; missing facts are those of the key. */
  readonly reach: Reach;
}

/** Returns the differences of two objects by their known parts; other fields have no order. */
export function compareParts(parts: Parts, before: unknown, after: unknown, at = ''): readonly ValueDifference[] {
  const [was, is] = [isObject(before) ? before : {}, isObject(after) ? after : {}];
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names].flatMap((name): readonly ValueDifference[] => {
    const place = { path: `${at}.${name}`, before: was[name], after: is[name] };
    if (isEqual(place.before, place.after)) return [];
    const reach = parts[`.${name}`] ?? parts['.<tool>'];
    if (reach?.order) {
      const found = differenceBy(reach.order, place.before, place.after);
      return found ? [{ ...place, ...found, reach }] : [];
    }
    const inner = partsBelow(parts, `.${name}`);
    if (Object.keys(inner).length > 0 && [place.before, place.after].every((value) => isObject(value ?? {})))
      return compareParts(inner, place.before, place.after, place.path);
    return [{ ...place, ...difference('changed'), reach: reach ?? {} }];
  });
}

/** Returns the parts below a place, relative to it. */
export const partsBelow = (parts: Parts, place: string): Parts =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([part, reach]) =>
      part.startsWith(`${place}.`) ? [[part.slice(place.length), reach] as const] : [],
    ),
  );
