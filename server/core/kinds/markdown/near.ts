import { distance } from 'fastest-levenshtein';

const fold = (word: string): string => word.toLowerCase().replaceAll(/[_-]/g, '');

/**
 * Returns the candidate of which `word` is a typo: different case or dashes, one character added, missing or wrong, two
 * characters swapped, or two such typos in a long word. Stricter than `nearest`, since front matter may contain any key.
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

/** Whether two adjacent characters of one word are swapped in the other. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}
