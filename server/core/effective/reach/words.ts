import { maskTokens } from '../../base/mask.ts';
import { count } from '../../base/words.ts';

/** The maximum number of names in a sentence. */
const most = 5;

/** `a, b`; of a long list `a, b, c, d, e and 7 more`. Secrets are hidden. */
export function someOf(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => maskTokens(name));
  const more = names.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `2 hosts (a, b)` */
export const countOf = (names: readonly string[], thing: string): string =>
  `${count(names.length, thing)} (${someOf(names)})`;

/** Returns the strings of a list; anything else has none. */
export const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];

/** Returns the host of a URL, and otherwise the text itself. */
export const hostIn = (url: string): string => /^[a-z]+:\/\/(?:[^/@]*@)?([^/?#]+)/i.exec(url)?.[1] ?? url;
