import { child, itemsOf, type Node, type ObjectNode } from '../../syntax/node.ts';
import { type ServerEntry, serversOf } from '../shared/servers/serverMap.ts';

const isObject = (node: Node): node is ObjectNode => node.type === 'object';

/** The language servers that a manifest holds itself: a map, or maps among the paths of a list. */
export function inlineLanguageServers(root: Node | undefined): ServerEntry[] {
  const value = child(root, 'lspServers');
  // A copied wrapper is a mistake of its own.
  return [value, ...itemsOf(value)].flatMap(serversOf).filter(({ name }) => name !== 'lspServers');
}

/** The monitors that a manifest holds itself, at the place of today or at the former one. */
export const inlineMonitors = (root: Node | undefined): ObjectNode[] =>
  [child(child(root, 'experimental'), 'monitors'), child(root, 'monitors')].flatMap((list) =>
    itemsOf(list).filter(isObject),
  );
