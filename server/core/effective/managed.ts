import type { Certainty } from '../base/text.ts';
import { child, itemsOf, type Node, propertiesOf, stringOf } from '../syntax/node.ts';
import { addressOf, type Candidate, inactive } from './candidates.ts';
import type { Context } from './context.ts';
import { type Flaw, readManagedEntry, type Shape } from './managedEntry.ts';
import type { Origin } from './model.ts';
import * as say from './noteTexts.ts';
import { asksToSignIn } from './oauth.ts';
import { originOf } from './origin.ts';
import { dropped } from './sentences.ts';
import type { Settings } from './settings.ts';
import { managedPolicy, noPolicy, type ToolPolicy } from './toolPolicy.ts';

/** What `managedMcpServers` comes to. */
export interface Managed {
  readonly candidates: readonly Candidate[];
  /** Tool rules for plugin servers, by name. */
  readonly forPlugins: ReadonlyMap<string, ToolPolicy>;
  /** Where the key stands when it restricts others: it has an entry that the app keeps, or cannot be read at all. */
  readonly restricts: Origin | null;
}

const isFlaw = (read: Shape | Flaw): read is Flaw => 'why' in read;

interface Read {
  readonly entry: Node;
  readonly name: string;
  readonly read: Shape | Flaw;
}

/** Step 2, M: each entry of `managedMcpServers`, kept or dropped. */
export function managedServers(context: Context, settings: Settings, fromBootstrap: boolean): Managed {
  const structure = settings.structure('managedMcpServers');
  if (structure.is === 'unset') return { candidates: [], forPlugins: new Map(), restricts: null };
  const { uri, origin } = structure;
  const failsClosed = () => (context.since('1.40609.0', say.restricts('managedMcpServers'), origin) ? origin : null);
  if (structure.is === 'unreadable' || structure.node.type !== 'array') {
    context.note(say.managedKeyUnreadable, 'documented', origin);
    return { candidates: [], forPlugins: new Map(), restricts: failsClosed() };
  }
  const entries = structure.node.items.map((entry): Read => {
    const name = stringOf(child(entry, 'name')) ?? '';
    return { entry, name, read: readManagedEntry(context, uri, entry, fromBootstrap) };
  });
  const kept = entries.filter(({ read }) => !isFlaw(read));
  const duplicate = firstDuplicate(kept);
  if (duplicate) {
    const place = originOf(uri, child(duplicate.entry, 'name') ?? duplicate.entry);
    context.note(say.duplicateNames(duplicate.name), 'validator', place);
    const flaw: Flaw = { why: dropped.duplicate(duplicate.name), certainty: 'validator', origin: place };
    const candidates = entries.map((entry) =>
      candidate(context, uri, isFlaw(entry.read) ? entry : { ...entry, read: flaw }),
    );
    return { candidates, forPlugins: new Map(), restricts: failsClosed() };
  }
  const candidates = entries.map((entry) => candidate(context, uri, entry));
  if (kept.length > 0) {
    const policyOnly = kept.filter(({ read }) => !isFlaw(read) && read.transport === 'policy-only');
    const forPlugins = policyOnly.map(
      ({ name, entry }) => [name, rulesOf(context, uri, entry, 'third-party')] as const,
    );
    return { candidates, forPlugins: new Map(forPlugins), restricts: origin };
  }
  if (entries.length === 0) return { candidates, forPlugins: new Map(), restricts: null };
  context.note(say.everyEntryDropped(entries.length), 'validator', origin);
  return { candidates, forPlugins: new Map(), restricts: failsClosed() };
}

/** The second of two kept entries of one name; case counts. Source: the app's validator. */
function firstDuplicate(kept: readonly Read[]): Read | undefined {
  const names = new Set<string>();
  for (const read of kept) {
    if (names.has(read.name)) return read;
    names.add(read.name);
  }
  return undefined;
}

const rulesOf = (context: Context, uri: string, entry: Node, certainty: Certainty = 'documented') =>
  managedPolicy(context, uri, child(entry, 'toolPolicy'), certainty);

function candidate(context: Context, uri: string, { entry, name, read }: Read): Candidate {
  const origin = originOf(uri, child(entry, 'name') ?? entry);
  const isRemote = !isFlaw(read) && read.transport !== 'stdio';
  const base = { name, layer: 'managed', plugin: null, origin, address: addressOf(entry, isRemote) } as const;
  if (isFlaw(read)) {
    const transport = stringOf(child(entry, 'transport')) ?? stringOf(child(entry, 'server')) ?? 'unknown';
    const why = inactive('invalid-entry', read.certainty, read.origin, read.why);
    return { ...base, transport, needsSignIn: false, certainty: read.certainty, policy: noPolicy, inactive: why };
  }
  const { transport, builtin } = read;
  if (transport === 'policy-only') {
    const why = inactive('policy-only', 'validator', origin);
    return { ...base, transport, needsSignIn: false, certainty: 'validator', policy: noPolicy, inactive: why };
  }
  if (builtin === 'websearch') context.note(say.searchReplaced(name), 'documented', origin);
  return {
    ...base,
    transport,
    needsSignIn: builtin ? builtin !== 'websearch' : isRemote && asksToSignIn(child(entry, 'oauth')),
    certainty: 'documented',
    policy: rulesOf(context, uri, entry),
    hasFloor: builtin === 'microsoft365',
  };
}

/** The names that `orgPluginSettings` speaks of in either form, and where. */
export function namesInPluginSettings(settings: Settings): { readonly name: string; readonly origin: Origin }[] {
  const structure = settings.structure('orgPluginSettings');
  if (structure.is !== 'value') return [];
  const { node, uri } = structure;
  const record = propertiesOf(child(node, 'mcpServers')).map((p) => ({
    name: p.key,
    origin: originOf(uri, p.keyNode),
  }));
  const list = itemsOf(node).flatMap((entry) => {
    const name = child(entry, 'serverName');
    const text = stringOf(name);
    return name && text ? [{ name: text, origin: originOf(uri, name) }] : [];
  });
  return [...record, ...list];
}
