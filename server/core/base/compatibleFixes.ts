import { countBefore } from './sorted.ts';
import type { Diagnostic, Fix, TextRange } from './text.ts';

/** A fix, and the document that has the problem. */
export interface AcceptedFix {
  readonly uri: string;
  readonly fix: Fix;
}

/**
 * Returns the fixes that need no review and can be applied together: for each diagnostic the first one marked `inFixAll`, if
 * `accepts` accepts it, in the order of the diagnostics. If the edits of several fixes overlap, only the first fix is returned.
 */
export function compatibleFixes(
  diagnostics: Iterable<Pick<Diagnostic, 'uri' | 'fixes'>>,
  accepts: (fix: Fix, uri: string) => boolean,
): AcceptedFix[] {
  const taken = new Map<string, RangeSet>();
  const accepted: AcceptedFix[] = [];
  for (const { uri, fixes } of diagnostics) {
    const fix = fixes?.find(({ inFixAll }) => inFixAll);
    if (!fix || !accepts(fix, uri)) continue;
    if (fix.edits.some((edit) => taken.get(edit.uri ?? uri)?.overlaps(edit.range))) continue;
    for (const edit of fix.edits) {
      const target = edit.uri ?? uri;
      const ranges = taken.get(target) ?? new RangeSet();
      taken.set(target, ranges);
      ranges.add(edit.range);
    }
    accepted.push({ uri, fix });
  }
  return accepted;
}

/** Sorted, non-overlapping ranges of one text. */
class RangeSet {
  readonly #sorted: TextRange[] = [];

  /** Whether `range` overlaps a range of the set. Two insertions at the same offset overlap, since their order would be arbitrary. */
  overlaps(range: TextRange): boolean {
    const next = this.#firstAfter(range.start);
    const [before, after] = [this.#sorted[next - 1], this.#sorted[next]];
    if (before && (before.start === range.start || range.start < before.end)) return true;
    return after !== undefined && after.start < range.end;
  }

  add(range: TextRange): void {
    this.#sorted.splice(this.#firstAfter(range.start), 0, range);
  }

  /** Returns the index of the first range that starts after `offset`. */
  #firstAfter(offset: number): number {
    return countBefore(this.#sorted.length, (i) => (this.#sorted[i]?.start ?? offset) <= offset);
  }
}
