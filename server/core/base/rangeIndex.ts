import { countBefore } from './sorted.ts';
import { contains, type TextRange } from './text.ts';

/** Finds the items whose ranges are in a part of a text without looking at the others. */
export class RangeIndex<T extends { readonly range: TextRange }> {
  readonly #sorted: readonly { readonly item: T; readonly rank: number }[];

  constructor(items: readonly T[]) {
    this.#sorted = items
      .map((item, rank) => ({ item, rank }))
      .sort((a, b) => a.item.range.start - b.item.range.start || a.rank - b.rank);
  }

  /** Returns the items whose whole range is in `outer`, in their original order. */
  inside(outer: TextRange): T[] {
    return [...this.#startingIn(outer)]
      .filter(({ item }) => contains(outer, item.range))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }

  /** Whether the whole range of an item is in `outer`. */
  hasInside(outer: TextRange): boolean {
    for (const { item } of this.#startingIn(outer)) if (contains(outer, item.range)) return true;
    return false;
  }

  *#startingIn({ start, end }: TextRange) {
    const first = countBefore(this.#sorted.length, (i) => (this.#sorted[i]?.item.range.start ?? start) < start);
    for (let i = first; i < this.#sorted.length; i++) {
      const found = this.#sorted[i];
      if (!found || found.item.range.start > end) return;
      yield found;
    }
  }
}
