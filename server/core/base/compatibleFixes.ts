import { countBefore } from './sorted.ts';
import type { Diagnostic, Fix, TextRange } from './text.ts';

/** A fix, and the document whose problem it solves. */
export interface AcceptedFix {
  readonly uri: string;
  readonly fix: Fix;
}

/**
 * Returns the fixes that need no second look and can be applied together: of each diagnostic the first one marked `inFixAll`
 * if `accepts` it, in the order of the diagnostics. Of fixes whose edits overlap only the first is taken.
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

/** Ranges of one text, sorted by start, none of which overlaps another. */
class RangeSet {
  readonly #sorted: TextRange[] = [];

  /** Whether `range` shares text with one of the set. Two insertions at one place do, since their order would be a guess. */
  overlaps(range: TextRange): boolean {
    const next = this.#firstAfter(range.start);
    const [before, after] = [this.#sorted[next - 1], this.#sorted[next]];
    if (before && (before.start === range.start || range.start < before.end)) return true;
    return after !== undefined && after.start < range.end;
  }

  add(range: TextRange): void {
    this.#sorted.splice(this.#firstAfter(range.start), 0, range);
  }

  /** The index of the first range that starts after `offset`. */
  #firstAfter(offset: number): number {
    return countBefore(this.#sorted.length, (i) => (this.#sorted[i]?.start ?? offset) <= offset);
  }
}
