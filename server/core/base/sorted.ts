/**
 * Returns how many of `length` sorted items come before a position, in logarithmic time.
 * @param isBefore whether the item at an index comes before it: true up to some index, then false.
 */
export function countBefore(length: number, isBefore: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
