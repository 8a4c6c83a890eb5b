/**
 * Returns whether `pattern` matches all of `text`: `*` matches any characters, everything else itself; case-sensitive. Takes
 * linear time for usual patterns, and never more than the product of both lengths.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.length && pattern[p] === text[t]) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** Whether some text matches both patterns. Takes time proportional to the product of both lengths. */
export function wildcardsOverlap(a: string, b: string): boolean {
  // `isReached[j]`: the part of `a` so far and the first j characters of `b` match a common text.
  let isReached: boolean[] = [true];
  for (let j = 1; j <= b.length; j++) isReached[j] = isReached[j - 1] === true && b[j - 1] === '*';
  for (let i = 1; i <= a.length; i++) {
    const next: boolean[] = [isReached[0] === true && a[i - 1] === '*'];
    for (let j = 1; j <= b.length; j++) {
      const isWild = a[i - 1] === '*' || b[j - 1] === '*';
      next[j] = isWild
        ? isReached[j] === true || next[j - 1] === true
        : a[i - 1] === b[j - 1] && isReached[j - 1] === true;
    }
    isReached = next;
  }
  return isReached[b.length] === true;
}
