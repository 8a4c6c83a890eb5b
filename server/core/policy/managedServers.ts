import { nearest } from '../base/suggest.ts';
import {
  child,
  itemsOf,
  type Node,
  type ObjectNode,
  type PropertyNode,
  propertiesOf,
  property,
  stringOf,
} from '../syntax/node.ts';

/** Returns the entries of a policy's managed servers: of the key, or of a bare list. Only objects count. */
export const managedServers = (root: Node | undefined): ObjectNode[] =>
  itemsOf(root?.type === 'array' ? root : child(root, 'managedMcpServers')).filter((item) => item.type === 'object');

/** Other programs' names for a field. */
const otherNames: Readonly<Record<string, string>> = {
  serverUrl: 'url',
  endpoint: 'url',
  uri: 'url',
  cmd: 'command',
  arguments: 'args',
  environment: 'env',
  toolPolicies: 'toolPolicy',
};

/**
 * Returns the field of `known` for which an unknown name was probably intended: a near miss, or another program's name. Never a
 * field that the object also has.
 */
export function meantField(object: ObjectNode, { key }: PropertyNode, known: readonly string[]): string | undefined {
  if (known.includes(key)) return undefined;
  const other = Object.hasOwn(otherNames, key) ? otherNames[key] : undefined;
  const meant = other !== undefined && known.includes(other) ? other : nearest(key, known);
  return meant === undefined || property(object, meant) ? undefined : meant;
}

/** Returns the property that was probably intended as the missing field `name`. */
export const slipOf = (object: ObjectNode, name: string, known: readonly string[]): PropertyNode | undefined =>
  property(object, name) ? undefined : propertiesOf(object).find((p) => meantField(object, p, known) === name);

/** Returns how messages refer to an entry. */
export const nameOfServer = (entry: Node): string => {
  const name = stringOf(child(entry, 'name'));
  return name ? `Server \`${name}\`` : 'This server';
};

/** Returns the entries of `orgPluginSettings` in its list form. */
export const orgEntries = (root: Node | undefined): ObjectNode[] =>
  itemsOf(child(root, 'orgPluginSettings')).filter((item) => item.type === 'object');

export const permissionWords = ['allow', 'ask', 'blocked'] as const;

/** Returns the permission that a near miss or another product's word means; undefined if it is unclear. */
export function meantPermission(word: string): (typeof permissionWords)[number] | undefined {
  const folded = word.trim().toLowerCase();
  if (['deny', 'denied', 'block', 'blocked', 'never', 'disallow', 'off', 'disabled', 'forbid', 'none'].includes(folded))
    return 'blocked';
  if (['allow', 'allowed', 'always', 'always_allow', 'on', 'enabled', 'permit', 'yes', 'alow'].includes(folded))
    return 'allow';
  if (['ask', 'prompt', 'confirm', 'ask-session', 'always_ask', 'asks'].includes(folded)) return 'ask';
  return undefined;
}
