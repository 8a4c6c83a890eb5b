import type { Json } from './policyFormat.ts';

/** Characters that JSON can contain, but XML cannot, even as an entity. */
const noXml = /[\ufffe\uffff]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;

/**
 * Returns a value as the single string that property lists and the registry contain: lists and objects as JSON; null, which
 * they lack, as the empty string, which means the same. Source: the configuration reference.
 */
export function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value).replace(noXml, escaped);
}
