import { distance } from 'fastest-levenshtein';

const fold = (word: string): string => word.toLowerCase().replaceAll(/[_-]/g, '');

/**
 * The candidate of which `word` is a slip of the hand: another case or other dashes, one letter too many, too few or wrong,
 * two letters swapped, or two such slips in a long word. Closer than `nearest`, since front matter may hold anything.
 */
export function slipOf(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  let best: string | undefined;
  let least = folded.length < 4 ? 1 : folded.length < 8 ? 2 : 3;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const edits = isSwap(folded, other) ? 1 : distance(folded, other);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** Whether two neighbouring letters of one word stand the other way round in the other. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}
