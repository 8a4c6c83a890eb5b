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
import { policyKeys } from './catalogue.ts';
import { below } from './fields.ts';

/** The entries of a policy's managed servers: of the key, or of a bare list. Only objects count. */
export const managedServers = (root: Node | undefined): ObjectNode[] =>
  itemsOf(root?.type === 'array' ? root : child(root, 'managedMcpServers')).filter((item) => item.type === 'object');

/** What kind of server an entry means to be. */
export function kindOfServer(entry: ObjectNode): 'built-in' | 'stdio' | 'policy-only' | 'remote' {
  if (child(entry, 'server')) return 'built-in';
  const transport = stringOf(child(entry, 'transport')) ?? stringOf(child(entry, 'type'));
  if (transport === 'stdio') return 'stdio';
  if (transport === 'policy-only') return 'policy-only';
  return transport === undefined && child(entry, 'command') && !child(entry, 'url') ? 'stdio' : 'remote';
}

const helper = ['headers', 'headersHelper', 'headersHelperTtlSec', 'headersHelperRefreshBufferSec'];

/** The fields that the app reads, by kind of server, in the order in which people write them. Source: the app's own validator. */
export const fieldsOfVariant = {
  remote: ['name', 'transport', 'url', ...helper, 'oauth', 'toolPolicy'],
  stdio: [
    'name',
    'transport',
    'command',
    'args',
    'env',
    'envHelper',
    'envHelperTtlSec',
    'startupTimeoutSec',
    'toolPolicy',
  ],
  'policy-only': ['name', 'transport', 'toolPolicy'],
  microsoft365: [
    'name',
    'server',
    'tenantId',
    'clientId',
    'scope',
    'azureCloud',
    'continuousAccessEvaluation',
    'toolPolicy',
  ],
  websearch: ['name', 'server', 'provider', 'customUrl', ...helper, 'toolPolicy'],
  github: ['name', 'server', 'clientId', 'host', 'scope', 'toolsets', 'readOnly', 'toolPolicy'],
} as const;

/** Fields of a server of one's own: in a built-in or `policy-only` entry that does not know them they drop it. Source: the app's own validator. */
export const ownServerFields: readonly string[] = [
  'transport',
  'url',
  'oauth',
  'command',
  'args',
  'env',
  'envHelper',
  'headers',
  'headersHelper',
  'startupTimeoutSec',
];

/** The fields of `oauth`. */
export const oauthFields: readonly string[] = below(policyKeys.get('managedMcpServers')?.fields ?? [], 'oauth.').map(
  ({ name }) => name,
);

export type Variant = keyof typeof fieldsOfVariant;

export const transports = ['http', 'sse', 'stdio', 'policy-only'] as const;
export const builtInServers = ['microsoft365', 'websearch', 'github'] as const;

/** Which fields an entry may have. Undefined where its `transport` or `server` is a word that the app does not know: of the rest nothing can be said then. */
export function variantOf(entry: ObjectNode): Variant | undefined {
  if (child(entry, 'server')) return builtInServers.find((name) => name === stringOf(child(entry, 'server')));
  const transport = child(entry, 'transport') ?? child(entry, 'type');
  const known = transports.find((name) => name === stringOf(transport));
  if (known) return known === 'stdio' || known === 'policy-only' ? known : 'remote';
  if (child(entry, 'transport')) return undefined;
  return child(entry, 'command') && !child(entry, 'url') ? 'stdio' : 'remote';
}

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

/** Whether a host is this computer itself, where http is good enough. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|[\w.-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])$/i.test(host);

/** What the app finds wrong with the address of a server; undefined: nothing. A missing scheme is tolerated. Source: the app's own validator. */
export function addressFlaw(url: string, allowsLocalHttp: boolean): 'http' | 'scheme' | 'user' | 'local' | undefined {
  const text = url.trim();
  if (/^(?:[a-z][\w+.-]*:\/\/)?[^/?#]*[@\\]/i.test(text)) return 'user';
  const scheme = /^([a-z][\w+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? 'https';
  const host = /^(?:[a-z][\w+.-]*:\/\/)?(\[[^\]]*\]|[^/:?#]*)/i.exec(text)?.[1] ?? '';
  if (scheme !== 'https' && scheme !== 'http') return 'scheme';
  if (allowsLocalHttp) return scheme === 'http' && !isLoopback(host) ? 'http' : undefined;
  if (isLoopback(host)) return 'local';
  return scheme === 'http' ? 'http' : undefined;
}

/** A directory of Microsoft Entra: its GUID. */
export const isGuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Whether a text names a directory as the app reads it. Source: the app's own validator. */
export const isTenant = (text: string): boolean =>
  isGuid(text) || ['common', 'organizations', 'consumers'].includes(text);
