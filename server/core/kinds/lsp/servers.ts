import { type LanguageServerFlaw, languageServerFlaws } from '../../components/languageServerFlaws.ts';
import { child, itemsOf, type Node, type PropertyNode, propertiesOf, type ScalarNode } from '../../syntax/node.ts';
import { type ServerEntry, serversOf } from '../shared/servers/serverMap.ts';
import type { PathText } from '../shared/texts/pathChecks.ts';

const wrappers = new Set(['lspServers', 'lsp_servers', 'lspServer', 'servers']);

/** Returns the key that contains servers although they belong in the root of the file. */
export const wrapperOf = (root: Node | undefined): PropertyNode | undefined =>
  propertiesOf(root).find(({ key, valueNode }) => {
    const inside = propertiesOf(valueNode);
    return wrappers.has(key) && inside.length > 0 && inside.every((inner) => inner.valueNode?.type === 'object');
  });

/** Returns the servers of the file. */
export const lspServers = (root: Node | undefined): ServerEntry[] => {
  const map = wrapperOf(root)?.valueNode ?? root;
  return serversOf(map).filter(({ name }) => name !== '$schema');
};

/** Returns the servers of the file, each with its flaws of certain codes. */
export const flawedServers = <C extends LanguageServerFlaw['code']>(root: Node | undefined, ...codes: readonly C[]) =>
  lspServers(root).flatMap((server) =>
    [...languageServerFlaws(server.entry)]
      .filter((flaw): flaw is Extract<LanguageServerFlaw, { code: C }> => codes.some((code) => code === flaw.code))
      .map((flaw) => ({ ...server, flaw })),
  );

/** Returns the strings of servers that may contain paths of the plugin. */
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
