import { child, itemsOf, type Node, propertiesOf, type ScalarNode } from '../../syntax/node.ts';
import type { PathText } from '../shared/pathChecks.ts';
import { type ServerEntry, serversOf } from '../shared/servers.ts';

const wrappers = new Set(['lspServers', 'lsp_servers', 'lspServer', 'servers']);

/** The key that holds the servers although they belong to the top: the only one there, and its values are objects. */
export function wrapperOf(root: Node | undefined) {
  const [first, ...others] = propertiesOf(root).filter(({ key }) => key !== '$schema');
  if (!first || others.length > 0 || !wrappers.has(first.key)) return undefined;
  const inside = propertiesOf(first.valueNode);
  return inside.length > 0 && inside.every(({ valueNode }) => valueNode?.type === 'object') ? first : undefined;
}

/** The servers of the file. */
export const lspServers = (root: Node | undefined): ServerEntry[] => {
  const map = wrapperOf(root)?.valueNode ?? root;
  return serversOf(map).filter(({ name }) => name !== '$schema');
};

/** The texts of servers in which paths of the plugin may stand. */
export const lspTexts = (root: Node | undefined): PathText[] =>
  lspServers(root).flatMap(({ entry }) =>
    [
      child(entry, 'command'),
      ...itemsOf(child(entry, 'args')),
      ...propertiesOf(child(entry, 'env')).map(({ valueNode }) => valueNode),
    ]
      .filter((node): node is ScalarNode => node?.type === 'string')
      .map((node) => ({ node, form: 'argument' }) as const),
  );
