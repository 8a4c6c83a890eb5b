import { atLeast } from '../../base/version.ts';
import { child, type Node, stringOf } from '../../syntax/node.ts';
import { failClosedSince } from '../keyFlags.ts';
import { entryFlaws } from './entryFlaws.ts';
import { drops, type EntryContext, type EntryFlaw } from './flaw.ts';

/** An entry of `managedMcpServers` as the app interprets it. */
export interface ManagedEntry {
  readonly node: Node;
  /** Empty if it has none. */
  readonly name: string;
  readonly flaws: readonly EntryFlaw[];
  /** The first flaw because of which the app drops the entry; undefined: it keeps the entry. */
  readonly dropped: EntryFlaw | undefined;
}

/** Why the whole key is unreadable, so that no managed server runs. */
export type KeyFlaw =
  | { readonly code: 'every-entry-dropped'; readonly node: Node }
  /** `entry` has the same name as `first`, which is kept too. Case-sensitive. */
  | {
      readonly code: 'duplicate-name';
      readonly node: Node;
      readonly entry: ManagedEntry;
      readonly first: ManagedEntry;
    };

export interface ManagedKey {
  readonly entries: readonly ManagedEntry[];
  /** The entries that the app keeps; if the key has flaws, none of them runs. */
  readonly kept: readonly ManagedEntry[];
  readonly flaws: readonly KeyFlaw[];
}

/** Whether an unreadable key keeps its restriction: Code stays restricted to managed servers. */
export const failsClosed = ({ minimumVersion }: Pick<EntryContext, 'minimumVersion'>): boolean =>
  atLeast(minimumVersion, failClosedSince);

/**
 * Returns which entries of a list of managed servers the app keeps, and whether it can read the list as a whole: it cannot if
 * two kept entries have the same name, or if all entries are dropped. Source: the app's own validator.
 */
export function readManagedKey(list: Node & { readonly type: 'array' }, context: EntryContext): ManagedKey {
  const entries = list.items.map((node): ManagedEntry => {
    const flaws = entryFlaws(node, context);
    return { node, name: stringOf(child(node, 'name')) ?? '', flaws, dropped: flaws.find(drops) };
  });
  const kept = entries.filter(({ dropped }) => !dropped);
  if (entries.length > 0 && kept.length === 0)
    return { entries, kept, flaws: [{ code: 'every-entry-dropped', node: list }] };
  return { entries, kept, flaws: [...duplicates(kept)] };
}

function* duplicates(kept: readonly ManagedEntry[]): Generator<KeyFlaw> {
  const firsts = new Map<string, ManagedEntry>();
  for (const entry of kept) {
    const first = firsts.get(entry.name);
    if (first) yield { code: 'duplicate-name', node: child(entry.node, 'name') ?? entry.node, entry, first };
    else firsts.set(entry.name, entry);
  }
}
