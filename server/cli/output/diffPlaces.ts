import { type Places as JsonPlaces, type Origin, placesIn, type Spot } from '../../core/index.ts';
import type { NamedSide } from '../sides.ts';

/** Converts origins of both sides for display and for JSON. */
export interface Places extends JsonPlaces {
  /** Returns the file and the line from 1. */
  readonly spot: (origin: Origin, side: 'old' | 'new') => Spot | null;
}

/** @param base the URL that files are relative to, ending with `/`; without it, links are relative to the page */
export function createPlaces(before: NamedSide, after: NamedSide, base?: string): Places {
  const [placesBefore, placesAfter] = [before, after].map((side) =>
    placesIn((uri) => {
      const text = side.text(uri);
      return text === undefined ? undefined : { file: side.shown(uri), text };
    }),
  );
  const place = (origin: Origin, side: 'old' | 'new') =>
    (side === 'old' ? placesBefore : placesAfter)?.(origin) ?? null;
  return {
    place,
    spot: (origin, side) => {
      const found = place(origin, side);
      if (!found) return null;
      const { file, range } = found;
      // A line of the before side may have moved, and files elsewhere are not in the repository: neither is a link.
      const isLink = side === 'new' && !/^(\.\.|\/|profile:)/.test(file);
      return { file, line: range.start.line + 1, isLink, ...(base !== undefined && { base }) };
    },
  };
}
