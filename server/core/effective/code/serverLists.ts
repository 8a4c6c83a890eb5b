import type { Certainty } from '../../base/text.ts';
import { matchesWildcard } from '../../policy/wildcard.ts';
import { child, itemsOf, type Node, stringOf, strings } from '../../syntax/node.ts';
import { type Candidate, type Inactive, inactive, isLocal } from '../candidates.ts';
import type { Origin } from '../model.ts';
import { originOf } from '../origin.ts';
import type { CodeSettings } from './managedSettings.ts';

/** What the lists of Claude Code say about a server: it does not run, or it may not. */
export interface ListVerdict {
  readonly inactive?: Inactive;
  readonly certainty?: Certainty;
}

type Match = 'yes' | 'perhaps' | 'no';

/** An entry of a list: exactly one of the three. Source: https://code.claude.com/docs/en/managed-mcp */
interface Entry {
  readonly name: string | undefined;
  readonly url: string | undefined;
  readonly command: readonly string[] | undefined;
  readonly origin: Origin;
}

interface List {
  readonly entries: readonly Entry[];
  readonly origin: Origin | null;
}

/**
 * Applies `deniedMcpServers`, then `allowedMcpServers` of Claude Code's managed settings. A list of allowed servers that names
 * commands decides about local servers by command alone, and one that names addresses about remote servers by address alone. An
 * empty list allows none. Source: https://code.claude.com/docs/en/managed-mcp
 * @param isDesktopFile the servers of users are from `claude_desktop_config.json`.
 */
export function readServerLists(
  settings: CodeSettings | undefined,
  isDesktopFile: boolean,
): (server: Candidate) => ListVerdict {
  const denied = settings && readList(settings, 'deniedMcpServers');
  const allowed = settings && readList(settings, 'allowedMcpServers');
  /** The lists are documented for servers that Claude Code loads itself. */
  const certaintyOf = ({ layer, fromManagedMcp }: Candidate): Certainty =>
    fromManagedMcp || layer === 'plugin' || (layer === 'user' && !isDesktopFile) ? 'documented' : 'reading';
  const isFinal = settings?.isTrue('allowManagedMcpServersOnly') === true;
  return (server) => {
    const hit = denied?.entries
      .map((entry) => ({ entry, match: matchOf(entry, server) }))
      .toSorted((a, b) => matches.indexOf(a.match) - matches.indexOf(b.match))[0];
    if (hit?.match === 'yes') return { inactive: inactive('deniedMcpServers', certaintyOf(server), hit.entry.origin) };
    const doubt = hit?.match === 'perhaps' ? unknown : {};
    if (!allowed) return doubt;
    const match = allows(allowed, server);
    if (match === 'yes') return doubt;
    // That the connections which the app makes itself pass this list is not documented.
    if (match === 'perhaps' || isOfApp(server)) return unknown;
    const why = isFinal
      ? undefined
      : 'Not on the list of servers in Claude Code’s managed settings, which users may extend in their own settings';
    const certainty = isFinal ? certaintyOf(server) : 'unknown';
    return { inactive: inactive('allowedMcpServers', certainty, allowed.origin, why) };
  };
}

const unknown = { certainty: 'unknown' } as const;
const matches: readonly Match[] = ['yes', 'perhaps', 'no'];

/** The app connects managed servers itself. */
const isOfApp = ({ layer, fromManagedMcp }: Candidate): boolean => layer === 'managed' && !fromManagedMcp;

function readList(settings: CodeSettings, key: string): List | undefined {
  const node = settings.at(key);
  if (node?.type !== 'array') return undefined;
  return { entries: itemsOf(node).flatMap((item) => entryOf(settings.uri, item)), origin: settings.origin(key) };
}

function entryOf(uri: string, node: Node): Entry[] {
  const name = stringOf(child(node, 'serverName'));
  const url = stringOf(child(node, 'serverUrl'));
  const listed = child(node, 'serverCommand');
  const command = listed?.type === 'array' ? strings(listed).map(({ value }) => String(value)) : undefined;
  const said = [name, url, command].filter((each) => each !== undefined);
  return said.length === 1 ? [{ name, url, command, origin: originOf(uri, node) }] : [];
}

function allows({ entries }: List, server: Candidate): Match {
  const ofKind = entries.filter((entry) => (isLocal(server) ? entry.command : entry.url) !== undefined);
  const deciding = ofKind.length > 0 ? ofKind : entries;
  const found = deciding.map((entry) => matchOf(entry, server));
  return matches.find((match) => found.includes(match)) ?? 'no';
}

function matchOf({ name, url, command }: Entry, server: Candidate): Match {
  if (name !== undefined) return matchesName(name, server);
  if (url !== undefined) return server.url !== undefined && matchesUrl(url, server.url) ? 'yes' : 'no';
  if (command === undefined || !isLocal(server)) return 'no';
  // The folder of a plugin and variables are filled in on the device.
  if (!server.argv || server.argv.some((word) => word.includes('${'))) return 'perhaps';
  return JSON.stringify(command) === JSON.stringify(server.argv) ? 'yes' : 'no';
}

/** Claude Code calls a server of a plugin `plugin:<plugin>:<server>`; whether the short name matches too is not documented. */
function matchesName(name: string, { name: own, layer, plugin }: Candidate): Match {
  if (layer !== 'plugin') return name === own ? 'yes' : 'no';
  if (plugin !== null && name === `plugin:${plugin}:${own}`) return 'yes';
  return name === own ? 'perhaps' : 'no';
}

/** `*` matches any characters; the name of a host is compared without regard to case. */
function matchesUrl(pattern: string, url: string): boolean {
  return matchesWildcard(lowerHost(pattern), lowerHost(url));
}

function lowerHost(url: string): string {
  const start = url.indexOf('://');
  if (start < 0) return url;
  const end = url.indexOf('/', start + 3);
  return end < 0 ? url.toLowerCase() : url.slice(0, end).toLowerCase() + url.slice(end);
}
