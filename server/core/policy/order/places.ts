import type { Reach } from '../valueOrder.ts';
import { differenceBy } from './byOrder.ts';
import { type Difference, difference, isEqual, isObject } from './directions.ts';

/** What is known of places inside of a value: `.enabled`, `.oauth.scope`. */
export type Parts = Readonly<Record<string, Reach>>;

/** How one place of a value compares with the one before. */
export interface ValueDifference extends Difference {
  /** Where inside of the value: `[crm].readOnly`; empty for the whole of it. */
  readonly path: string;
  /** Undefined where it is not set. */
  readonly before: unknown;
  readonly after: unknown;
  /** What is known of the place; what is not said is as of the key. */
  readonly reach: Reach;
}

/** Returns the differences of two objects by the parts that are known of them; fields that none names have no order. */
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

/** The parts below a place, seen from there. */
export const partsBelow = (parts: Parts, place: string): Parts =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([part, reach]) =>
      part.startsWith(`${place}.`) ? [[part.slice(place.length), reach] as const] : [],
    ),
  );
