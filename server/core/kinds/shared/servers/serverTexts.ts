import { child, itemsOf, type Node, propertiesOf, type ScalarNode } from '../../../syntax/node.ts';
import type { PathText } from '../texts/pathChecks.ts';
import type { ServerEntry } from './serverMap.ts';

const texts = (nodes: readonly (Node | undefined)[]): PathText[] =>
  nodes.filter((node): node is ScalarNode => node?.type === 'string').map((node) => ({ node, form: 'argument' }));

const values = (object: Node | undefined) => propertiesOf(object).map(({ valueNode }) => valueNode);

/** Returns the strings of servers that name the program to start and its arguments. */
export const startTexts = (servers: readonly ServerEntry[]): PathText[] =>
  servers.flatMap(({ entry }) => texts([child(entry, 'command'), ...itemsOf(child(entry, 'args'))]));

/** Returns all strings of servers in which placeholders are substituted. */
export const serverTexts = (servers: readonly ServerEntry[]): PathText[] => [
  ...startTexts(servers),
  ...servers.flatMap(({ entry }) =>
    texts([child(entry, 'url'), ...values(child(entry, 'env')), ...values(child(entry, 'headers'))]),
  ),
];
