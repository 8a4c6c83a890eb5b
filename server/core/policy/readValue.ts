import { atLeast } from '../base/version.ts';
import { child, type Node, type PropertyNode, property } from '../syntax/node.ts';
import { policyKeys } from './catalogue.ts';
import { decodeBoolean, decodeText } from './decode.ts';
import { defaultOf, failClosedSince } from './keyFlags.ts';

/** What a key says, in whatever form the app reads it: `true`, `"true"`, `1`. Undefined where it is not set or cannot be read. */
export function booleanAt(root: Node | undefined, key: string): boolean | undefined {
  const decoded = decodeBoolean(child(root, key));
  return decoded.is === 'value' ? decoded.value : undefined;
}

/** What a boolean key counts as in an app of `version`: as written; the catalogue says what holds where it is not set or cannot be read. */
export function booleanFor(root: Node | undefined, key: string, version: string): boolean {
  const decoded = decodeBoolean(child(root, key));
  if (decoded.is === 'value') return decoded.value;
  const isClosed = decoded.is === 'unreadable' && atLeast(version, failClosedSince);
  return ((isClosed ? policyKeys.get(key)?.failClosed : undefined) ?? defaultOf(key, version)) === true;
}

/** The text of a key; undefined where it is not set, empty, or no text. */
export function textAt(root: Node | undefined, key: string): string | undefined {
  const decoded = decodeText(child(root, key));
  return decoded.is === 'value' ? decoded.value : undefined;
}

/** The property of a key that has a value: null and `""` count as none. */
export function setAt(root: Node | undefined, key: string): PropertyNode | undefined {
  const found = property(root, key);
  const value = found?.valueNode;
  const isEmpty = !value || value.type === 'null' || (value.type === 'string' && value.value === '');
  return isEmpty ? undefined : found;
}

/** Whether a text is filled in later: by device management (`{{mail}}`, `$USERNAME`, `%HardwareUUID%`) or by whoever takes the template (`<your-org>`, `REPLACE_WITH_…`). Of its value nothing can be said. */
export const isPlaceholder = (text: string): boolean =>
  /\{\{[^{}]*\}\}|^\$\{?[A-Z_][A-Z0-9_]*\}?$|^%[A-Za-z]\w*%$|^<[^<>]*>$|^(REPLACE|CHANGE|YOUR)[_-]/i.test(text.trim());
