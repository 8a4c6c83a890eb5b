import { maskTokens } from '../../base/mask.ts';
import { atLeast } from '../../base/version.ts';
import { marketplacesIn } from '../../policy/marketplaces.ts';
import { child, itemsOf, type Node, stringOf } from '../../syntax/node.ts';
import type { Origin, ReachLine, Surface } from '../model.ts';
import { originOf } from '../origin.ts';
import { line, type ReachDevice, readSetting } from './device.ts';
import { countOf, someOf } from './words.ts';

const key = 'allowedPluginMarketplaces';

/** Code reads the marketplaces of the policy from this release on. Source: the configuration changelog. */
const marketplacesInCode = '1.32352.0';
/** An entry without a pin that forces its plugins on users is refused before this release, and since then only offered. */
const offeredSince = '1.46388.1';
/** Before this release one malformed entry disables all. Source: the configuration changelog. */
const droppedAlone = '1.30096.1';

interface Entry {
  readonly place: string;
  /** What keeps the content from changing, in words; undefined without a pin. */
  readonly pin: string | undefined;
  /** A branch or tag, which may be moved. */
  readonly loose: string | undefined;
  /** What the entry asks for. */
  readonly wanted: string;
  readonly origin: Origin;
  readonly isDropped: boolean;
}

/** Returns a line about all marketplaces of the policy, and one about each. Its plugins are not in the given files. */
export function marketplaceLines(device: ReachDevice): ReachLine[] {
  const { isUnreadable } = readSetting(device, key);
  const surfaces: readonly Surface[] = atLeast(device.version, marketplacesInCode) ? ['cowork', 'code'] : ['cowork'];
  const entries = entriesOf(device);
  const used = entries.filter((entry) => stateOf(device, entries, entry).level !== 'closed');
  if (used.length === 0) {
    const why =
      isUnreadable || entries.length > 0
        ? `\`${key}\` cannot be read, or none of its entries: no marketplace comes from it.`
        : 'The policy adds no marketplace.';
    const all = line(device, 'marketplaces', key, { level: 'closed', message: why, surfaces });
    return [...all, ...entries.flatMap((entry) => row(device, entries, entry, surfaces))];
  }
  const named = countOf(placesOf(used), 'marketplace');
  const loose = used.filter(({ pin }) => pin === undefined);
  const forced = used.filter(({ pin, wanted }) => pin !== undefined && wanted === 'required');
  const required = forced.length > 0 ? ` Everybody gets the plugins of ${someOf(placesOf(forced))}.` : '';
  const message =
    loose.length > 0
      ? `The policy adds ${named}. Without a pin, whoever can write to ${someOf(placesOf(loose))} decides what runs.${required}`
      : `The policy adds ${named}, pinned to one content.${required}`;
  const level = loose.length > 0 ? 'open' : 'limited';
  return [
    ...line(device, 'marketplaces', key, { level, message, surfaces }),
    ...entries.flatMap((entry) => row(device, entries, entry, surfaces)),
  ];
}

const placesOf = (entries: readonly Entry[]): readonly string[] => entries.map(({ place }) => place);

function entriesOf(device: ReachDevice): readonly Entry[] {
  if (readSetting(device, key).later !== undefined) return [];
  const structure = device.settings.structure(key);
  if (structure.is !== 'value' || structure.node.type !== 'array') return [];
  const { uri, node } = structure;
  const kept = new Set<Node>(marketplacesIn(node).map(({ entry }) => entry));
  return itemsOf(node).map((entry) => entryOf(uri, entry, kept.has(entry)));
}

const isCommit = (ref: string | undefined): boolean => ref !== undefined && /^[0-9a-f]{40}$/i.test(ref);

function entryOf(uri: string, node: Node, isKnown: boolean): Entry {
  const text = (field: string) => stringOf(child(node, field));
  const [source, ref, hash] = [text('source'), text('ref'), text('manifestSha256')];
  const place = source === 'github' ? text('repo') : text('url');
  const isUrl = source === 'url';
  const pin = isUrl
    ? hash && `a manifest with the SHA-256 ${hash.slice(0, 12)}…`
    : isCommit(ref)
      ? `commit ${ref?.slice(0, 12)}…`
      : undefined;
  return {
    place: maskTokens(place ?? text('repo') ?? text('url') ?? source ?? 'an entry'),
    pin: pin === '' ? undefined : pin,
    loose: !isUrl && ref !== undefined && !isCommit(ref) ? ref : undefined,
    wanted: text('installationPreference') ?? 'available',
    origin: originOf(uri, node),
    isDropped: !isKnown || place === undefined || place === '',
  };
}

const offers: Readonly<Record<string, string>> = {
  required: 'Everybody gets its plugins.',
  auto_install: 'Its plugins are installed for everybody, and users may remove them.',
};

/** What comes of an entry, and how far it reaches. */
function stateOf(
  { version }: ReachDevice,
  entries: readonly Entry[],
  { pin, wanted, isDropped }: Entry,
): { readonly level: ReachLine['level']; readonly offer: string } {
  if (isDropped) return { level: 'closed', offer: 'The app drops this entry.' };
  if (!atLeast(version, droppedAlone) && entries.some((other) => other.isDropped))
    return { level: 'closed', offer: `Before ${droppedAlone}, one bad entry switches all of them off.` };
  const level = pin === undefined ? 'open' : 'limited';
  const offer = Object.hasOwn(offers, wanted) ? offers[wanted] : undefined;
  if (offer === undefined) return { level, offer: 'Users may install its plugins.' };
  if (pin !== undefined) return { level, offer };
  if (!atLeast(version, offeredSince))
    return { level: 'closed', offer: `Before ${offeredSince}, the app refuses \`${wanted}\` without a pin.` };
  return { level, offer: `Without a pin, \`${wanted}\` counts as available: users may install its plugins.` };
}

function row(device: ReachDevice, entries: readonly Entry[], entry: Entry, surfaces: readonly Surface[]): ReachLine[] {
  const { place, pin, loose, origin } = entry;
  const { level, offer } = stateOf(device, entries, entry);
  const pinned =
    pin === undefined
      ? loose === undefined
        ? 'not pinned'
        : `follows \`${loose}\`, which is not a pin`
      : `pinned to ${pin}`;
  const more = level === 'closed' ? '' : ' It is not in this workspace: what its plugins bring is not evaluated.';
  const message = `${place}: ${pinned}. ${offer}${more}`;
  return line(device, 'marketplace', key, { level, message, surfaces, origin });
}
