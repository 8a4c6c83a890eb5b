import type { Certainty } from '../base/text.ts';
import { decodeBoolean } from '../policy/decode.ts';
import { keyFlawSentence, whyEntryDropped } from '../policy/entry/flawSentences.ts';
import { type ManagedEntry, type ManagedKey, readManagedKey } from '../policy/entry/managedKey.ts';
import { asksToSignIn } from '../policy/entry/signIn.ts';
import { type BuiltInServer, entryTransport, isBuiltIn, variantOf } from '../policy/entry/variant.ts';
import { failClosedSince } from '../policy/keyFlags.ts';
import { isPlaceholder } from '../policy/readValue.ts';
import { child, type Node, property, stringOf } from '../syntax/node.ts';
import { addressOf, type Candidate, type Inactive, identityOf, inactive } from './candidates.ts';
import type { Context } from './context.ts';
import { noteOtherApps } from './flawNotes.ts';
import type { Origin } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Settings } from './settings.ts';
import { managedPolicy, noPolicy, type ToolPolicy } from './toolPolicy.ts';

/** The evaluated `managedMcpServers`. */
export interface Managed {
  readonly candidates: readonly Candidate[];
  /** Tool rules for plugin servers, by name. */
  readonly forPlugins: ReadonlyMap<string, ToolPolicy>;
  /** The location of the key if it restricts other servers: it has an entry that the app keeps, or cannot be read at all. */
  readonly restricts: Origin | null;
  /** The key as the app reads it; undefined if it is not set or is not a list. */
  readonly key?: ManagedKey;
}

/** Step 2, M: decides for each entry of `managedMcpServers` whether it is kept or dropped. */
export function decideManagedServers(context: Context, settings: Settings, isFromBootstrap: boolean): Managed {
  const structure = settings.structure('managedMcpServers');
  if (structure.is === 'unset') return { candidates: [], forPlugins: new Map(), restricts: null };
  const { uri, origin } = structure;
  const failsClosed = () =>
    context.since(failClosedSince, noteTexts.restricts('managedMcpServers'), origin) ? origin : null;
  if (structure.is === 'unreadable' || structure.node.type !== 'array') {
    context.note(noteTexts.managedKeyUnreadable, 'documented', origin);
    return { candidates: [], forPlugins: new Map(), restricts: failsClosed() };
  }
  const key = readManagedKey(structure.node, { ...context.input.target, isFromBootstrap });
  for (const { flaws } of key.entries) for (const flaw of flaws) noteOtherApps(context, uri, flaw);
  const lost = lostKey(context, uri, origin, key);
  const candidates = key.entries.map((entry) => candidate(context, uri, entry, lost));
  if (key.flaws.length > 0) return { candidates, forPlugins: new Map(), restricts: failsClosed(), key };
  const forPlugins = key.kept
    .filter(({ node }) => variantOf(node) === 'policy-only')
    .map(({ name, node }) => [name, rulesOf(context, uri, node, 'third-party')] as const);
  return { candidates, forPlugins: new Map(forPlugins), restricts: key.kept.length > 0 ? origin : null, key };
}

/** Returns why none of the kept entries runs if the app cannot read the key as a whole. */
function lostKey(context: Context, uri: string, origin: Origin, { flaws }: ManagedKey): Inactive | undefined {
  const [flaw] = flaws;
  if (!flaw) return undefined;
  const why = keyFlawSentence(flaw);
  if (flaw.code === 'every-entry-dropped') {
    context.note(noteTexts.everyEntryDropped(why), 'validator', origin);
    return undefined;
  }
  const place = originOf(uri, flaw.node);
  context.note(noteTexts.duplicateNames(why), 'validator', place);
  return inactive('invalid-entry', 'validator', place, why);
}

const rulesOf = (context: Context, uri: string, entry: Node, certainty: Certainty = 'documented') =>
  managedPolicy(context, uri, child(entry, 'toolPolicy'), certainty);

function candidate(context: Context, uri: string, entry: ManagedEntry, lost: Inactive | undefined): Candidate {
  const { node, name } = entry;
  const origin = originOf(uri, child(node, 'name') ?? node);
  const variant = variantOf(node);
  const why = whyInactive(uri, entry, lost, origin);
  const isRemote = entry.dropped === undefined && variant !== 'stdio';
  const base = { name, layer: 'managed', plugin: null, origin, address: addressOf(node, isRemote) } as const;
  if (why) {
    const transport = entry.dropped ? writtenTransport(node) : shownTransport(node);
    return { ...base, transport, needsSignIn: false, certainty: why.certainty, policy: noPolicy, inactive: why };
  }
  if (variant === 'microsoft365' && readsOnly(node)) context.note(noteTexts.readScopes(name), 'reading', origin);
  return {
    ...base,
    transport: shownTransport(node),
    ...identityOf(node),
    needsSignIn: isBuiltIn(variant) ? variant !== 'websearch' : isRemote && asksToSignIn(child(node, 'oauth')),
    certainty: 'documented',
    policy: rulesOf(context, uri, node),
    ...(isBuiltIn(variant) && { builtIn: { server: variant, readOnly: readOnlyOf(uri, variant, node) } }),
  };
}

/**
 * Whether an entry for Microsoft 365 requests only permissions to read; so does an entry without a list. Source:
 * https://claude.com/docs/third-party/claude-desktop/configuration
 */
function readsOnly(entry: Node): boolean {
  const scope = child(entry, 'scope');
  const text = stringOf(scope) ?? '';
  return !isPlaceholder(text) && !/\.(?:Send|Create|ReadWrite)\b/.test(text);
}

/**
 * Returns the location at which an entry for GitHub excludes tools that write. Source:
 * https://claude.com/docs/third-party/claude-desktop/configuration
 */
function readOnlyOf(uri: string, server: BuiltInServer, entry: Node): Origin | null {
  const found = property(entry, 'readOnly');
  const decoded = decodeBoolean(found?.valueNode);
  return server === 'github' && found && decoded.is === 'value' && decoded.value ? originOf(uri, found) : null;
}

function whyInactive(
  uri: string,
  entry: ManagedEntry,
  lost: Inactive | undefined,
  origin: Origin,
): Inactive | undefined {
  const { dropped: flaw, node } = entry;
  if (flaw) return inactive('invalid-entry', flaw.certainty, originOf(uri, flaw.node), whyEntryDropped(flaw));
  if (lost || variantOf(node) !== 'policy-only') return lost;
  return inactive('policy-only', 'validator', origin);
}

const writtenTransport = (entry: Node): string =>
  stringOf(child(entry, 'transport')) ?? stringOf(child(entry, 'server')) ?? 'unknown';

/** Returns the built-in server, or the transport of another one; a variable is returned as it is written. */
const shownTransport = (entry: Node): string => {
  const variant = variantOf(entry);
  return (isBuiltIn(variant) ? variant : entryTransport(entry)) ?? writtenTransport(entry);
};
