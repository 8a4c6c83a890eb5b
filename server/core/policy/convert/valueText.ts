import type { Json } from './policyFormat.ts';

/** A value as the one string that property lists and the registry hold: lists and objects as JSON, null, which they lack, as the empty text that means the same. Source: the configuration reference. */
export function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
