import type { Json } from './policyFormat.ts';

/** What JSON may hold as it is, and XML not even as an entity. */
const noXml = /[\ufffe\uffff]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16)}`;

/** A value as the one string that property lists and the registry hold: lists and objects as JSON, null, which they lack, as the empty text that means the same. Source: the configuration reference. */
export function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value).replace(noXml, escaped);
}
