import { child, itemsOf, type Node, stringOf } from '../syntax/node.ts';
import { allOrNothing } from './keyFlags.ts';

/** The two lists of URL patterns for servers of plugins. */
export type PluginServerList = 'allowedPluginMcpServers' | 'deniedPluginMcpServers';

/** The first app that reads the lists. Source: a third-party extraction of 2.2553. */
export const pluginServerListsSince = '2.2553.0';

/** What a list of plugin servers comes to. */
export interface PluginServerRows {
  readonly rows: readonly { readonly pattern: string; readonly node: Node }[];
  /** The rows that are not an object with a `serverUrl`. */
  readonly bad: readonly Node[];
  /** The app cannot read the list as a whole. */
  readonly isUnreadable: boolean;
}

/**
 * Reads a list of plugin servers. One bad row makes a list of denied servers unreadable; of allowed ones each is dropped alone, and
 * the list is unreadable where none is left. An empty list is fine. Source: the app's own validator.
 */
export function readPluginServers(key: PluginServerList, list: Node): PluginServerRows {
  const read = itemsOf(list).map((node) => ({ node, pattern: stringOf(child(node, 'serverUrl')) ?? '' }));
  const rows = read.filter(({ pattern }) => pattern !== '');
  const bad = read.filter(({ pattern }) => pattern === '').map(({ node }) => node);
  const isSpoiled = bad.length > 0 && (allOrNothing.includes(key) || rows.length === 0);
  return { rows, bad, isUnreadable: list.type !== 'array' || isSpoiled };
}
