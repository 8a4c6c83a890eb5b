import { atLeast } from '../base/version.ts';
import { child, type Node, type PropertyNode, property } from '../syntax/node.ts';
import { policyKeys } from './catalogue.ts';
import { decodeBoolean, decodeText } from './decode.ts';
import { defaultOf, failClosedSince } from './keyFlags.ts';

/** Returns the boolean value of a key in any form that the app reads: `true`, `"true"`, `1`. Undefined if it is not set or unreadable. */
export function booleanAt(root: Node | undefined, key: string): boolean | undefined {
  const decoded = decodeBoolean(child(root, key));
  return decoded.is === 'value' ? decoded.value : undefined;
}

/**
 * Returns the effective value of a boolean key in an app of `version`: as written, or as the catalogue says if it is not set or
 * unreadable.
 */
export function booleanFor(root: Node | undefined, key: string, version: string): boolean {
  const decoded = decodeBoolean(child(root, key));
  if (decoded.is === 'value') return decoded.value;
  const isClosed = decoded.is === 'unreadable' && atLeast(version, failClosedSince);
  return ((isClosed ? policyKeys.get(key)?.failClosed : undefined) ?? defaultOf(key, version)) === true;
}

/** Returns the string value of a key; undefined if it is not set, empty, or not a string. */
export function textAt(root: Node | undefined, key: string): string | undefined {
  const decoded = decodeText(child(root, key));
  return decoded.is === 'value' ? decoded.value : undefined;
}

/** Returns the property of a key that has a value: null and `""` do not count. */
export function setAt(root: Node | undefined, key: string): PropertyNode | undefined {
  const found = property(root, key);
  const value = found?.valueNode;
  const isEmpty = !value || value.type === 'null' || (value.type === 'string' && value.value === '');
  return isEmpty ? undefined : found;
}

/**
 * Whether a string is a placeholder, replaced by device management (`{{mail}}`, `$USERNAME`, `%HardwareUUID%`) or by the user
 * of a template (`<your-org>`, `REPLACE_WITH_…`). Nothing is known about its value.
 */
export const isPlaceholder = (text: string): boolean =>
  /\{\{[^{}]*\}\}|^\$\{?[A-Z_][A-Z0-9_]*\}?$|^%[A-Za-z]\w*%$|^<[^<>]*>$|^(REPLACE|CHANGE|YOUR)[_-]/i.test(text.trim());
