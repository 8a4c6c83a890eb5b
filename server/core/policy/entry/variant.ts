import { child, type Node, stringOf } from '../../syntax/node.ts';
import { policyKeys } from '../catalogue.ts';
import { below } from '../fields.ts';
import { isPlaceholder } from '../readValue.ts';

const helper = ['headers', 'headersHelper', 'headersHelperTtlSec', 'headersHelperRefreshBufferSec'];

/** The fields that the app reads, by type of server, in the usual order. Source: the app's own validator. */
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

export type Variant = keyof typeof fieldsOfVariant;

export const hasField = (variant: Variant, field: string): boolean =>
  fieldsOfVariant[variant].some((name) => name === field);

/** All fields of all variants. */
export const everyField: ReadonlySet<string> = new Set(Object.values(fieldsOfVariant).flat());

/**
 * Fields of remote and local servers. A built-in or `policy-only` entry with one that it does not read is dropped. Source: the
 * app's own validator.
 */
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

export const transports = ['http', 'sse', 'stdio', 'policy-only'] as const;
export const builtInServers = ['microsoft365', 'websearch', 'github'] as const;
export type BuiltInServer = (typeof builtInServers)[number];

export const isBuiltIn = (variant: Variant | undefined): variant is BuiltInServer =>
  builtInServers.some((name) => name === variant);

const variantOfTransport = (transport: Node | undefined): Variant | undefined => {
  const known = transports.find((name) => name === stringOf(transport));
  return known === 'http' || known === 'sse' ? 'remote' : known;
};

/**
 * Returns the type of server that an entry defines. An entry without `transport` is a remote server until the cut-off, and
 * dropped after it; without `url` it is always dropped, and the type is the one that the author probably intended.
 * @returns undefined if `transport` or `server` has a value that the app does not know: nothing is known about the other fields
 * then.
 */
export function variantOf(entry: Node): Variant | undefined {
  const server = child(entry, 'server');
  if (server) return builtInServers.find((name) => name === stringOf(server));
  const transport = child(entry, 'transport');
  // A placeholder will match the other fields.
  if (transport && !isPlaceholder(stringOf(transport) ?? '')) return variantOfTransport(transport);
  if (child(entry, 'url')) return 'remote';
  return variantOfTransport(child(entry, 'type')) ?? (child(entry, 'command') ? 'stdio' : 'remote');
}

/** How a client connects to a server that is not built in. */
export type Transport = (typeof transports)[number];

/**
 * Returns how the app connects to the server of an entry; without `transport` it uses http. Undefined for built-in servers and
 * unknown values.
 */
export function entryTransport(entry: Node): Transport | undefined {
  const variant = variantOf(entry);
  if (variant === 'stdio' || variant === 'policy-only') return variant;
  if (variant !== 'remote') return undefined;
  return transports.find((name) => name === stringOf(child(entry, 'transport'))) ?? 'http';
}
