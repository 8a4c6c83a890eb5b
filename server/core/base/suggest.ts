import { distance } from 'fastest-levenshtein';

const fold = (word: string): string => word.trim().toLowerCase().replaceAll(/[_-]/g, '');

/** The number of edits that is too many. Short words must be closer, since every three-letter word is two edits from many others. */
const tooFar = (folded: string): number => (folded.length <= 4 ? 2 : 3);

/** Returns the candidate that `word` was probably meant to be: at most two edits away, ignoring case, `_` and `-`. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  let best: string | undefined;
  let least = tooFar(folded);
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) >= least) continue;
    const edits = distance(folded, other);
    if (edits < least) [best, least] = [candidate, edits];
  }
  return best;
}

/** Longer words are compared with each candidate separately: a table for each prefix would take too much memory. */
const longest = 200;

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  /** The first candidate that ends at this node, and its rank among all candidates. */
  word?: { readonly text: string; readonly rank: number };
}

/**
 * Does what `nearest` does, for many words and the same candidates: candidates with a common prefix are compared together, so
 * the cost is not the number of words times the number of candidates.
 */
export class NearestIndex {
  readonly #root: TrieNode = { next: new Map() };
  /** The number of candidate prefixes that were compared; tests use it as a measure of the work. */
  compared = 0;

  constructor(readonly candidates: readonly string[]) {
    for (const [rank, text] of candidates.entries()) {
      const folded = fold(text);
      if (folded.length >= longest + tooFar(folded)) continue;
      let node = this.#root;
      for (const character of folded.split('')) {
        const next = node.next.get(character) ?? { next: new Map() };
        node.next.set(character, next);
        node = next;
      }
      node.word ??= { text, rank };
    }
  }

  nearest(word: string): string | undefined {
    const characters = fold(word).split('');
    if (characters.length > longest) return nearest(word, this.candidates);
    let best: TrieNode['word'];
    let least = tooFar(characters.join(''));
    /** @param row the edits from each prefix of the word to the candidates' prefix at `node`. */
    const visit = (node: TrieNode, row: readonly number[]): void => {
      this.compared++;
      const edits = row.at(-1) ?? 0;
      const { word: found } = node;
      if (found && (edits < least || (edits === least && best && found.rank < best.rank)))
        [best, least] = [found, edits];
      for (const [character, next] of node.next) {
        const below = nextRow(characters, row, character);
        if (Math.min(...below) <= (best ? least : least - 1)) visit(next, below);
      }
    };
    visit(
      this.#root,
      Array.from({ length: characters.length + 1 }, (_, i) => i),
    );
    return best?.text;
  }
}

/** Returns the next row of the edit table, for one more character of the candidate. */
function nextRow(characters: readonly string[], row: readonly number[], character: string): number[] {
  const next = [(row[0] ?? 0) + 1];
  for (const [i, own] of characters.entries()) {
    const change = (row[i] ?? 0) + (own === character ? 0 : 1);
    next.push(Math.min(change, (row[i + 1] ?? 0) + 1, (next[i] ?? 0) + 1));
  }
  return next;
}
