import { derived } from '../base/derived.ts';
import type { Certainty } from '../base/text.ts';
import { manifestFlawSentence } from '../components/manifestFlawSentences.ts';
import { manifestFlaws, whyRefused } from '../components/manifestFlaws.ts';
import { optionNames } from '../components/options.ts';
import { type ServerFlaw, serverFlawsOf, whyDropped } from '../components/serverFlaw.ts';
import { serverFlawOpening, serverFlawSentence } from '../components/serverFlawSentences.ts';
import { filledTextsOf, pluginServerTransport, serverFlaws } from '../components/serverFlaws.ts';
import { asksToSignIn } from '../policy/entry/signIn.ts';
import { child, itemsOf, type Node, type PropertyNode, propertiesOf, property, stringOf } from '../syntax/node.ts';
import { addressOf, type Candidate, type Inactive, identityOf, inactive, serverProperties } from './candidates.ts';
import type { Context } from './context.ts';
import type { ManifestTree, PluginInput } from './input.ts';
import type { EffectivePlugin, Origin } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { keyOrigin, originOf } from './origin.ts';
import type { ToolPolicy } from './toolPolicy.ts';

export interface PluginResult {
  readonly plugin: EffectivePlugin;
  readonly inactive: Inactive | undefined;
  readonly candidates: readonly Candidate[];
}

// Most edits change neither manifests nor servers, and with thousands of plugins their checks are most of an evaluation.

const refusalOf = derived(({ root, forms }: ManifestTree) => whyRefused(manifestFlaws(root, forms)));
const optionsOf = derived(({ root }: ManifestTree) => optionNames(root));
const flawsWithoutManifest = derived((entry: Node) => serverFlaws(entry, { options: undefined }));
const flawsByOptions = derived((entry: Node) =>
  derived((options: ReadonlySet<string>) => serverFlaws(entry, { options })),
);

/** Step 2, P: returns whether a plugin is available to its users, and its servers. */
export function readPlugin(
  context: Context,
  input: PluginInput,
  policyOf: (server: string) => ToolPolicy,
): PluginResult {
  const { why, origin } = activation(input);
  noteManifest(context, input);
  const candidates = pluginServers(context, input, why, policyOf);
  const plugin = {
    directory: input.directory,
    active: !why,
    reason: why?.reason ?? null,
    why: why?.why ?? null,
    certainty: why?.certainty ?? 'documented',
    origin,
    servers: candidates.length,
    ...hooksOf(input),
  } as const;
  return { plugin, inactive: why, candidates };
}

/** Returns the modules and the events that hooks of a plugin name. Sources: the pages on hooks and on mods. */
function hooksOf({ hooks = [] }: PluginInput): Pick<EffectivePlugin, 'modules' | 'hookEvents'> {
  const modules = hooks.flatMap(({ uri, root }) =>
    itemsOf(child(root, 'modules')).flatMap((node) => {
      const path = stringOf(node);
      return path === undefined ? [] : [{ path, origin: originOf(uri, node) }];
    }),
  );
  const events = hooks
    .flatMap((tree) => propertiesOf(tree.events))
    .filter(({ valueNode }) => itemsOf(valueNode).length > 0);
  return { modules, hookEvents: [...new Set(events.map(({ key }) => key))] };
}

/** Notes that a manifest cannot be read, or why Claude Code rejects it. */
function noteManifest(context: Context, { directory, manifest }: PluginInput): void {
  if (!manifest) return;
  const { uri, broken } = manifest;
  if (broken) context.note(noteTexts.manifestBroken(directory), 'reading', { uri, range: broken });
  const isForCode = context.input.target.hosts.includes('claude-code');
  const flaw = broken ? undefined : refusalOf(manifest);
  if (!flaw || (flaw.isFineInApp && !isForCode)) return;
  const subject = { kind: 'manifest-refused', plugin: directory, flaw: flaw.code } as const;
  const note = noteTexts.manifestRefused(directory, manifestFlawSentence(flaw));
  context.note(note, 'unknown', originOf(uri, flaw.node), subject);
}

/** `required` and `auto_install` install the plugin automatically; otherwise the user must install it. Source: the extensions page. */
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
  if (manifest && inline) context.note(noteTexts.inlineServers, 'unknown', keyOrigin(manifest.uri, inline));
  if (mcp?.broken) context.note(noteTexts.mcpBroken, 'documented', { uri: mcp.uri, range: mcp.broken });
  if (!mcp?.root) return [];
  const wrapped = property(mcp.root, 'mcpServers');
  const map = wrapped ? wrapped.valueNode : mcp.root;
  if (map?.type === 'array') {
    context.note(noteTexts.arrayRoot, 'documented', originOf(mcp.uri, map));
    return [];
  }
  const servers = [...serverProperties(map)].filter(([, { valueNode }]) => wrapped || isServer(valueNode));
  const [first] = servers;
  if (!wrapped && first) context.note(noteTexts.flatMap, 'reading', keyOrigin(mcp.uri, first[1]));
  const certainty = wrapped ? 'documented' : 'reading';
  const options = manifest && optionsOf(manifest);
  return servers.map(([name, server]) =>
    pluginServer(context, { directory, uri: mcp.uri, certainty, why, options }, name, server, policyOf(name)),
  );
}

/** In a map without `mcpServers`, only objects that look like a server count as one. */
const isServer = (node: Node | undefined): boolean => ['type', 'url', 'command'].some((key) => child(node, key));

interface Where {
  readonly directory: string;
  readonly uri: string;
  readonly certainty: Certainty;
  readonly why: Inactive | undefined;
  readonly options: ReadonlySet<string> | undefined;
}

function pluginServer(
  context: Context,
  { directory, uri, certainty, why, options }: Where,
  name: string,
  server: PropertyNode,
  policy: ToolPolicy,
): Candidate {
  const entry = server.valueNode;
  const origin = keyOrigin(uri, server);
  const flaws = entry ? (options ? flawsByOptions(entry)(options) : flawsWithoutManifest(entry)) : [];
  const transport = pluginServerTransport(entry) ?? 'unknown';
  // Whether a local server gets an option depends on the surface, which is decided later.
  const [flaw] = flaws.filter(({ code, dropped }) => code !== 'user-config' && dropped['desktop-3p']);
  noteClaudeCode(context, uri, name, flaw, flaws);
  const isRemote = !flaw && transport !== 'stdio';
  const base = {
    name,
    layer: 'plugin',
    plugin: directory,
    origin,
    transport,
    address: addressOf(entry, isRemote),
    policy,
    certainty,
    needsSignIn: false,
  } as const;
  if (flaw) {
    // A type that only Claude Code reads: what Code does with it is not documented.
    const isReadByCode = flaw.code === 'type-of-claude-code' && !whyDropped(flaws, 'claude-code') && !why;
    return { ...base, ...identityOf(entry), isReadByCode, inactive: why ?? unsupported(uri, flaw) };
  }
  if (isRemote) {
    const needsSignIn = asksToSignIn(child(entry, 'oauth'));
    const url = stringOf(child(entry, 'url')) ?? '';
    // What the app does with a URL that is empty until it is known is not documented.
    return { ...base, url, needsSignIn, inactive: why, ...(url === '' && { certainty: 'unknown' }) };
  }
  const [option] = serverFlawsOf(flaws, 'user-config');
  const data = filledTextsOf(entry).find((node) => stringOf(node)?.includes('${CLAUDE_PLUGIN_DATA}'));
  if (data) context.note(noteTexts.pluginData(name), 'third-party', originOf(uri, data));
  return { ...base, ...identityOf(entry), inactive: why, ...(option && { userConfig: originOf(uri, option.node) }) };
}

function unsupported(uri: string, flaw: ServerFlaw): Inactive {
  const certainty = flaw.dropped['desktop-3p'] ?? 'unknown';
  return inactive('unsupported-entry', certainty, originOf(uri, flaw.node), serverFlawOpening(flaw));
}

/** Notes that Claude Code drops a server, if the plugin is also for Claude Code and the app's own verdict does not say so. */
function noteClaudeCode(
  context: Context,
  uri: string,
  name: string,
  dropped: ServerFlaw | undefined,
  flaws: readonly ServerFlaw[],
): void {
  const flaw = whyDropped(flaws, 'claude-code');
  const { hosts } = context.input.target;
  const isSaid = dropped?.dropped['claude-code'] && hosts.includes('desktop-3p');
  if (!flaw || isSaid || !hosts.includes('claude-code')) return;
  const note = noteTexts.droppedByClaudeCode(name, serverFlawSentence(flaw));
  const subject = { kind: 'server-dropped-by-claude-code', server: name, flaw: flaw.code } as const;
  context.note(note, flaw.dropped['claude-code'] ?? 'unknown', originOf(uri, flaw.node), subject);
}
