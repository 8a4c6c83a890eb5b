import { child, itemsOf, type Node, stringOf } from '../syntax/node.ts';
import { allOrNothing } from './keyFlags.ts';

/** The two lists of URL patterns for servers of plugins. */
export type PluginServerList = 'allowedPluginMcpServers' | 'deniedPluginMcpServers';

/** The first app that reads the lists. Source: a third-party extraction of 2.2553. */
export const pluginServerListsSince = '2.2553.0';

/** The evaluated list of plugin servers. */
export interface PluginServerRows {
  readonly rows: readonly { readonly pattern: string; readonly node: Node }[];
  /** The items that are not an object with a `serverUrl`. */
  readonly bad: readonly Node[];
  /** The app cannot read the list as a whole. */
  readonly isUnreadable: boolean;
}

/**
 * Evaluates a list of plugin servers. One bad item makes a list of denied servers unreadable; in a list of allowed servers only
 * that item is dropped, and the list is unreadable if none is left. An empty list is valid. Source: the app's own validator.
 */
export function readPluginServers(key: PluginServerList, list: Node): PluginServerRows {
  const read = itemsOf(list).map((node) => ({ node, pattern: stringOf(child(node, 'serverUrl')) ?? '' }));
  const rows = read.filter(({ pattern }) => pattern !== '');
  const bad = read.filter(({ pattern }) => pattern === '').map(({ node }) => node);
  const isSpoiled = bad.length > 0 && (allOrNothing.includes(key) || rows.length === 0);
  return { rows, bad, isUnreadable: list.type !== 'array' || isSpoiled };
}
