/** Maps each line of one text to its line in the other; undefined if it was added or removed. */
export interface LineMatch {
  readonly oldToNew: readonly (number | undefined)[];
  readonly newToOld: readonly (number | undefined)[];
}

const largest = 4_000_000;

/** Matches lines by a longest common subsequence, ignoring space around a line and a trailing comma. */
export function matchLines(oldText: string, newText: string): LineMatch {
  const [before, after] = [linesOf(oldText), linesOf(newText)];
  const oldToNew = new Array<number | undefined>(before.length).fill(undefined);
  const newToOld = new Array<number | undefined>(after.length).fill(undefined);
  const pair = (a: number, b: number) => {
    oldToNew[a] = b;
    newToOld[b] = a;
  };
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) pair(start, start++);
  let [endA, endB] = [before.length, after.length];
  while (endA > start && endB > start && before[endA - 1] === after[endB - 1]) pair(--endA, --endB);
  // Larger differences do not occur in policies; beyond this limit, every line counts as changed.
  if ((endA - start) * (endB - start) <= largest) {
    for (const [a, b] of commonLines(before.slice(start, endA), after.slice(start, endB))) pair(a + start, b + start);
  }
  return { oldToNew, newToOld };
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/).map((line) => line.trim().replace(/,$/, ''));

function commonLines(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  // The length of the longest common subsequence of the rest after a[i] and b[j].
  const table = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
