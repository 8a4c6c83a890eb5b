import type { Node } from '../syntax/node.ts';

/** What a value should be; everything may also be written as a text, since plists and the registry know little else. */
export type ValueType = 'boolean' | 'integer' | 'json' | 'text';

/** `empty`: null or `""`, of which it is not known whether the app counts it as unset. */
export type Decoded<T> =
  | { readonly is: 'value'; readonly value: T }
  | { readonly is: 'empty' }
  | { readonly is: 'unreadable' };

const unreadable = { is: 'unreadable' } as const;
const empty = { is: 'empty' } as const;
const value = <T>(of: T): Decoded<T> => ({ is: 'value', value: of });

const isEmpty = (node: Node | undefined) => !node || node.type === 'null' || (node.type === 'string' && !node.value);

/** true, false, 1, 0 and the same as text, in any case, with blanks around it. Source: the app's validator. */
export function decodeBoolean(node: Node | undefined): Decoded<boolean> {
  if (!node || isEmpty(node)) return empty;
  if (node.type === 'object' || node.type === 'array') return unreadable;
  const text = String(node.value).trim().toLowerCase();
  if (text === 'true' || text === '1') return value(true);
  if (text === 'false' || text === '0') return value(false);
  return unreadable;
}

/** A number, or the text of one (`60`, `+60`, `3e1`, `0x1E`). Source: the app's validator. */
export function decodeInteger(node: Node | undefined): Decoded<number> {
  if (!node || isEmpty(node)) return empty;
  if (node.type !== 'number' && node.type !== 'string') return unreadable;
  const text = String(node.value).trim();
  const number = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? value(number) : unreadable;
}

/** An object or a list, native or as one JSON text, which the syntax of a policy has read already; JSON text of JSON text is refused. Source: the app's validator. */
export function decodeJson(node: Node | undefined): Decoded<Node> {
  if (!node || isEmpty(node)) return empty;
  if (node.embedded?.isBroken) return unreadable;
  return node.type === 'object' || node.type === 'array' ? value(node) : unreadable;
}

export function decodeText(node: Node | undefined): Decoded<string> {
  if (!node || isEmpty(node)) return empty;
  return node.type === 'string' ? value(String(node.value)) : unreadable;
}
