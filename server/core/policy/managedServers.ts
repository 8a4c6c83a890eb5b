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

/** The entries of a policy's managed servers: of the key, or of a bare list. Only objects count. */
export const managedServers = (root: Node | undefined): ObjectNode[] =>
  itemsOf(root?.type === 'array' ? root : child(root, 'managedMcpServers')).filter((item) => item.type === 'object');

/** Names that other programs give to a field. */
const otherNames: Readonly<Record<string, string>> = {
  serverUrl: 'url',
  endpoint: 'url',
  uri: 'url',
  cmd: 'command',
  arguments: 'args',
  environment: 'env',
  toolPolicies: 'toolPolicy',
};

/** The field of `known` that a name nobody reads was meant to be: a slip, or what another program calls it. Never one that stands there too. */
export function meantField(object: ObjectNode, { key }: PropertyNode, known: readonly string[]): string | undefined {
  if (known.includes(key)) return undefined;
  const other = Object.hasOwn(otherNames, key) ? otherNames[key] : undefined;
  const meant = other !== undefined && known.includes(other) ? other : nearest(key, known);
  return meant === undefined || property(object, meant) ? undefined : meant;
}

/** The property that stands, under a name that is not read, for the missing field `name`. */
export const slipOf = (object: ObjectNode, name: string, known: readonly string[]): PropertyNode | undefined =>
  property(object, name) ? undefined : propertiesOf(object).find((p) => meantField(object, p, known) === name);

/** How an entry is called in sentences. */
export const nameOfServer = (entry: Node): string => {
  const name = stringOf(child(entry, 'name'));
  return name ? `Server \`${name}\`` : 'This server';
};

/** The entries of `orgPluginSettings` in its list form. */
export const orgEntries = (root: Node | undefined): ObjectNode[] =>
  itemsOf(child(root, 'orgPluginSettings')).filter((item) => item.type === 'object');

export const permissionWords = ['allow', 'ask', 'blocked'] as const;

/** The permission that a word of another product or a slip means; undefined when nobody can tell. */
export function meantPermission(word: string): (typeof permissionWords)[number] | undefined {
  const folded = word.trim().toLowerCase();
  if (['deny', 'denied', 'block', 'blocked', 'never', 'disallow', 'off', 'disabled', 'forbid', 'none'].includes(folded))
    return 'blocked';
  if (['allow', 'allowed', 'always', 'always_allow', 'on', 'enabled', 'permit', 'yes', 'alow'].includes(folded))
    return 'allow';
  if (['ask', 'prompt', 'confirm', 'ask-session', 'always_ask', 'asks'].includes(folded)) return 'ask';
  return undefined;
}
