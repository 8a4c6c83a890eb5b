import type { Certainty } from '../base/text.ts';
import { asksToSignIn } from '../policy/entry/signIn.ts';
import { child, type Node, type PropertyNode, property, stringOf, walk } from '../syntax/node.ts';
import { addressOf, type Candidate, type Inactive, inactive, serversOf } from './candidates.ts';
import type { Context } from './context.ts';
import type { PluginInput } from './input.ts';
import type { EffectivePlugin, Origin } from './model.ts';
import * as say from './noteTexts.ts';
import { keyOrigin, originOf } from './origin.ts';
import type { ToolPolicy } from './toolPolicy.ts';

export interface PluginResult {
  readonly plugin: EffectivePlugin;
  readonly inactive: Inactive | undefined;
  readonly candidates: readonly Candidate[];
}

/** Step 2, P: whether a plugin is there for its users, and the servers it brings. */
export function readPlugin(
  context: Context,
  input: PluginInput,
  policyOf: (server: string) => ToolPolicy,
): PluginResult {
  const { why, origin } = activation(input);
  const candidates = pluginServers(context, input, why, policyOf);
  const plugin = {
    directory: input.directory,
    active: !why,
    reason: why?.reason ?? null,
    why: why?.why ?? null,
    certainty: why?.certainty ?? 'documented',
    origin,
    servers: candidates.length,
  } as const;
  return { plugin, inactive: why, candidates };
}

/** `required` and `auto_install` install by themselves, anything else waits for the user. Source: the extensions page. */
function activation(input: PluginInput): { why: Inactive | undefined; origin: Origin | null } {
  const { manifest } = input;
  if (!input.hasManifest && !input.skillRoot) return { why: inactive('no-manifest', 'documented', null), origin: null };
  const preference = property(manifest?.root, 'installationPreference');
  const origin = manifest && preference ? originOf(manifest.uri, preference) : null;
  const value = stringOf(preference?.valueNode);
  if (value === 'required') return { why: undefined, origin };
  if (value === 'auto_install') {
    if (!input.uninstalled) return { why: undefined, origin };
    const why = 'Installed for everyone, but removed by this user';
    return { why: inactive('plugin-not-installed', 'documented', origin, why), origin };
  }
  const isInstalled = input.installed === true && !input.uninstalled;
  const named = property(manifest?.root, 'name');
  const place = origin ?? (manifest && named ? originOf(manifest.uri, named) : null);
  if (isInstalled) return { why: undefined, origin: place };
  return { why: inactive('plugin-not-installed', 'documented', place), origin: place };
}

function pluginServers(
  context: Context,
  { directory, mcp, manifest }: PluginInput,
  why: Inactive | undefined,
  policyOf: (server: string) => ToolPolicy,
): Candidate[] {
  const inline = property(manifest?.root, 'mcpServers');
  if (manifest && inline) context.note(say.inlineServers, 'unknown', keyOrigin(manifest.uri, inline));
  if (mcp?.broken) context.note(say.mcpBroken, 'documented', { uri: mcp.uri, range: mcp.broken });
  if (!mcp?.root) return [];
  const wrapped = property(mcp.root, 'mcpServers');
  const map = wrapped ? wrapped.valueNode : mcp.root;
  if (map?.type === 'array') {
    context.note(say.arrayRoot, 'documented', originOf(mcp.uri, map));
    return [];
  }
  const servers = [...serversOf(map)].filter(([, { valueNode }]) => wrapped || isServer(valueNode));
  const [first] = servers;
  if (!wrapped && first) context.note(say.flatMap, 'reading', keyOrigin(mcp.uri, first[1]));
  const certainty = wrapped ? 'documented' : 'reading';
  return servers.map(([name, server]) =>
    pluginServer(context, { directory, uri: mcp.uri, certainty, why }, name, server, policyOf(name)),
  );
}

/** In a map without `mcpServers` only what looks like a server counts as one. */
const isServer = (node: Node | undefined): boolean => ['type', 'url', 'command'].some((key) => child(node, key));

interface Where {
  readonly directory: string;
  readonly uri: string;
  readonly certainty: Certainty;
  readonly why: Inactive | undefined;
}

function pluginServer(
  context: Context,
  { directory, uri, certainty, why }: Where,
  name: string,
  server: PropertyNode,
  policy: ToolPolicy,
): Candidate {
  const entry = server.valueNode;
  const origin = keyOrigin(uri, server);
  const type = stringOf(child(entry, 'type'));
  const url = stringOf(child(entry, 'url'));
  const isRemote = (type === 'http' || type === 'sse') && Boolean(url);
  const hasType = child(entry, 'type') !== undefined;
  const isStdio = !isRemote && Boolean(stringOf(child(entry, 'command'))) && (!hasType || type === 'stdio');
  const base = {
    name,
    layer: 'plugin',
    plugin: directory,
    origin,
    address: addressOf(entry, isRemote),
    policy,
    certainty,
  } as const;
  if (isRemote) {
    const needsSignIn = asksToSignIn(child(entry, 'oauth'));
    return { ...base, transport: String(type), url: String(url), needsSignIn, inactive: why };
  }
  if (!isStdio) {
    const unsupported = why ?? inactive('unsupported-entry', 'documented', origin);
    return { ...base, transport: type ?? 'unknown', needsSignIn: false, inactive: unsupported };
  }
  const userConfig = mentions(entry, '${user_config.', uri);
  const data = mentions(entry, '${CLAUDE_PLUGIN_DATA}', uri);
  if (data) context.note(say.pluginData(name), 'third-party', data);
  return { ...base, transport: 'stdio', needsSignIn: false, inactive: why, ...(userConfig ? { userConfig } : {}) };
}

/** Where a text is used in an entry. */
function mentions(entry: Node | undefined, text: string, uri: string): Origin | undefined {
  for (const node of walk(entry)) if (stringOf(node)?.includes(text)) return originOf(uri, node);
  return undefined;
}
