import { distance } from 'fastest-levenshtein';

const fold = (word: string): string => word.trim().toLowerCase().replaceAll(/[_-]/g, '');

/**
 * The candidate that `word` was probably meant to be: at most two edits away, without regard to case, `_` and `-`.
 * Short words must be closer, since every three-letter word is two edits from many others.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  let best: string | undefined;
  let least = folded.length <= 4 ? 2 : 3;
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) >= least) continue;
    const edits = distance(folded, other);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}
