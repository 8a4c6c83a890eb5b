/** Numbers and lists, formatted for sentences. */

/** `1,024` */
export function grouped(number: number): string {
  const digits = String(number);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end));
  return groups.join(',');
}

/** `7 tools`, `1 tool` */
export const count = (number: number, thing: string): string => `${grouped(number)} ${thing}${number === 1 ? '' : 's'}`;

/** `1 server starts`, `2 servers start` */
export const plural = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** Returns a sentence with a capital first letter. */
export const capitalised = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** `a`, `a and b`, `a, b and c` */
export function listOf(words: readonly string[], between: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${between} ${last}`;
}
