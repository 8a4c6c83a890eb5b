import { type PluginServerList, pluginServerListsSince, readPluginServers } from '../policy/pluginServerLists.ts';
import { matchesWildcard } from '../policy/wildcard.ts';
import { reasons } from '../vocabulary/reasons.ts';
import { type Candidate, type Inactive, inactive, isLocal } from './candidates.ts';
import type { Context } from './context.ts';
import type { Origin } from './model.ts';
import * as noteTexts from './noteTexts.ts';
import { originOf } from './origin.ts';
import type { Settings } from './settings.ts';

interface Row {
  readonly pattern: string;
  readonly origin: Origin;
}

interface List {
  readonly rows: readonly Row[];
  readonly origin: Origin;
  readonly isUnreadable: boolean;
}

/**
 * Step 3.4a: applies `deniedPluginMcpServers` and `allowedPluginMcpServers` to a plugin server. Sources: a third-party
 * extraction of 2.2553 and newer; that the denied list is checked first, and how patterns match, is our reading.
 */
export function readPluginLists(context: Context, settings: Settings): (server: Candidate) => Inactive | undefined {
  const denied = readList(context, settings, 'deniedPluginMcpServers');
  const allowed = readList(context, settings, 'allowedPluginMcpServers');
  return (server) => (denied && denies(denied, server)) ?? (allowed && lacks(allowed, server));
}

function denies({ rows, origin, isUnreadable }: List, { url }: Candidate): Inactive | undefined {
  if (isUnreadable) return inactive('unreadable-key', 'reading', origin, unreadableWhy('deniedPluginMcpServers'));
  const row = rows.find(({ pattern }) => url !== undefined && matchesWildcard(pattern, url));
  return row && inactive('deniedPluginMcpServers', 'reading', row.origin);
}

function lacks({ rows, origin, isUnreadable }: List, server: Candidate): Inactive | undefined {
  if (isUnreadable) return inactive('unreadable-key', 'reading', origin, unreadableWhy('allowedPluginMcpServers'));
  if (isLocal(server)) {
    const why = 'No local plugin server starts while a list of allowed servers is set';
    return inactive('allowedPluginMcpServers', 'third-party', origin, why);
  }
  const { url } = server;
  if (rows.some(({ pattern }) => url !== undefined && matchesWildcard(pattern, url))) return undefined;
  return inactive('allowedPluginMcpServers', rows.length === 0 ? 'third-party' : 'reading', origin);
}

const unreadableWhy = (key: string) => reasons['unreadable-key'].sentence({ key });

function readList(context: Context, settings: Settings, key: PluginServerList): List | undefined {
  const structure = settings.structure(key);
  if (structure.is === 'unset') return undefined;
  const { origin, uri } = structure;
  if (!context.since(pluginServerListsSince, noteTexts.pluginListRead(key), origin, 'third-party')) return undefined;
  const read = structure.is === 'value' ? readPluginServers(key, structure.node) : undefined;
  const rows = (read?.rows ?? []).map(({ pattern, node }): Row => ({ pattern, origin: originOf(uri, node) }));
  const isUnreadable = read?.isUnreadable ?? true;
  if (isUnreadable) context.note(noteTexts.unreadableValue(key, 'refusing every plugin server'), 'reading', origin);
  return { rows, origin, isUnreadable };
}
