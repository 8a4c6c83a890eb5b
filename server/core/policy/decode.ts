import type { Node } from '../syntax/node.ts';

/** The type of a value. Every type can also be written as a string, since property lists and the registry have few other types. */
export type ValueType = 'boolean' | 'integer' | 'json' | 'text';

/** `empty`: null or `""`; whether the app counts it as unset is unknown. */
export type Decoded<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'empty' }
  | { readonly is: 'unreadable' };

const unreadable = { is: 'unreadable' } as const;
const empty = { is: 'empty' } as const;
const value = <T>(of: T): Decoded<T> => ({ is: 'value', value: of });

const isEmpty = (node: Node | undefined) => !node || node.type === 'null' || (node.type === 'string' && !node.value);

/** Decodes true, false, 1, 0 and the same as strings, in any case and with surrounding spaces. Source: the app's validator. */
export function decodeBoolean(node: Node | undefined): Decoded<boolean> {
  if (!node || isEmpty(node)) return empty;
  if (node.type === 'object' || node.type === 'array') return unreadable;
  const text = String(node.value).trim().toLowerCase();
  if (text === 'true' || text === '1') return value(true);
  if (text === 'false' || text === '0') return value(false);
  return unreadable;
}

/** Decodes a number, or one in a string (`60`, `+60`, `3e1`, `0x1E`). Source: the app's validator. */
export function decodeInteger(node: Node | undefined): Decoded<number> {
  if (!node || isEmpty(node)) return empty;
  if (node.type !== 'number' && node.type !== 'string') return unreadable;
  const text = String(node.value).trim();
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? value(number) : unreadable;
}

/**
 * Decodes an object or a list, native or as a JSON string, which the syntax of a policy has already parsed; a doubly encoded
 * JSON string is rejected. Source: the app's validator.
 */
export function decodeJson(node: Node | undefined): Decoded<Node> {
  if (!node || isEmpty(node)) return empty;
  if (node.embedded?.isBroken) return unreadable;
  return node.type === 'object' || node.type === 'array' ? value(node) : unreadable;
}

export function decodeText(node: Node | undefined): Decoded<string> {
  if (!node || isEmpty(node)) return empty;
  return node.type === 'string' ? value(String(node.value)) : unreadable;
}
