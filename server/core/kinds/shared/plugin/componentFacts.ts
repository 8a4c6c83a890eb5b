import type { Fact } from '../../../model.ts';
import { child, itemsOf, type Node, type ObjectNode, propertiesOf, stringOf, strings } from '../../../syntax/node.ts';
import { type ServerEntry, serversOf } from '../servers/serverMap.ts';

/** The language servers that a file defines. */
export const languageServerFacts = (servers: readonly ServerEntry[]): Fact[] =>
  servers.map(({ name, property }) => ({ type: 'language-server', name, range: property.keyNode.range }));

/** The monitors that a file defines. */
export const monitorFacts = (monitors: readonly ObjectNode[]): Fact[] =>
  monitors.map((monitor) => {
    const name = child(monitor, 'name');
    return { type: 'monitor', name: stringOf(name) ?? '', range: name?.range ?? monitor.range };
  });

/** The events that a map of hooks waits for, each with the number of its handlers. */
export const hookEventFacts = (map: Node | undefined): Fact[] =>
  propertiesOf(map).flatMap(({ key, keyNode, valueNode }) => {
    const count = itemsOf(valueNode).flatMap((group) => itemsOf(child(group, 'hooks'))).length;
    return count > 0 ? [{ type: 'hook', name: key, range: keyNode.range, data: { count } }] : [];
  });

const bundle = /\.(mcpb|dxt)$/i;

/** What a manifest defines by itself beside servers and hooks: language servers, monitors, and desktop extensions that it names. */
export function manifestComponentFacts(root: Node | undefined): Fact[] {
  const servers = child(root, 'lspServers');
  const monitors = itemsOf(child(child(root, 'experimental'), 'monitors'));
  const bundles = strings(child(root, 'mcpServers')).filter(({ value }) => bundle.test(String(value)));
  return [
    ...languageServerFacts([servers, ...itemsOf(servers)].flatMap(serversOf)),
    ...monitorFacts(monitors.filter((item): item is ObjectNode => item.type === 'object')),
    ...bundles.map(({ value, range }) => ({ type: 'bundle', name: String(value).replace(/^.*\//, ''), range })),
  ];
}
