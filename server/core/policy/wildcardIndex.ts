import { matchesWildcard } from './wildcard.ts';

/** Up to this number of names, checking all is faster than an index. */
const few = 32;
/** Mark the start and the end of a name, so that a pattern's first and last characters are found as such. */
const [first, last] = ['\u0002', '\u0003'];

/**
 * Finds the names that wildcards match. If there are many, only names that contain the rarest two or three consecutive
 * characters of the wildcard are compared, so that many wildcards and many names do not cost the product of both.
 */
export class WildcardIndex<T extends object> {
  readonly #grams = new Map<string, T[]>();

  /** @param nameOf the name of an item; it must not change. */
  constructor(
    readonly items: readonly T[],
    readonly nameOf: (item: T) => string,
  ) {
    if (items.length <= few) return;
    for (const item of items) {
      for (const gram of new Set(gramsOf(`${first}${nameOf(item)}${last}`))) {
        const known = this.#grams.get(gram);
        if (known) known.push(item);
        else this.#grams.set(gram, [item]);
      }
    }
  }

  /** Returns the items whose names `pattern` matches, in order. */
  matching(pattern: string): T[] {
    return this.#candidates(pattern).filter((item) => matchesWildcard(pattern, this.nameOf(item)));
  }

  #candidates(pattern: string): readonly T[] {
    let rarest = this.items;
    if (this.items.length <= few) return rarest;
    for (const piece of `${first}${pattern}${last}`.split('*')) {
      for (const gram of gramsOf(piece)) {
        const found = this.#grams.get(gram) ?? [];
        if (found.length < rarest.length) rarest = found;
      }
    }
    return rarest;
  }
}

/** Yields all sequences of two and of three characters. */
function* gramsOf(text: string): Generator<string> {
  for (let i = 0; i + 2 <= text.length; i++) {
    yield text.slice(i, i + 2);
    if (i + 3 <= text.length) yield text.slice(i, i + 3);
  }
}
