import type { Fact } from '../../../fact.ts';
import { child, itemsOf, type Node, type ObjectNode, propertiesOf, stringOf, strings } from '../../../syntax/node.ts';
import type { ServerEntry } from '../servers/serverMap.ts';

/** Returns the language servers that a file defines. */
export const languageServerFacts = (servers: readonly ServerEntry[]): Fact[] =>
  servers.map(({ name, property }) => ({ type: 'language-server', name, range: property.keyNode.range }));

/** Returns the monitors that a file defines. */
export const monitorFacts = (monitors: readonly ObjectNode[]): Fact[] =>
  monitors.map((monitor) => {
    const name = child(monitor, 'name');
    return { type: 'monitor', name: stringOf(name) ?? '', range: name?.range ?? monitor.range };
  });

/** Returns the events in a map of hooks, each with the number of its handlers. */
export const hookEventFacts = (map: Node | undefined): Fact[] =>
  propertiesOf(map).flatMap(({ key, keyNode, valueNode }) => {
    const count = itemsOf(valueNode).flatMap((group) => itemsOf(child(group, 'hooks'))).length;
    return count > 0 ? [{ type: 'hook', name: key, range: keyNode.range, data: { count } }] : [];
  });

const bundle = /\.(mcpb|dxt)$/i;

/** Returns the desktop extensions that a manifest names. */
export const bundleFacts = (root: Node | undefined): Fact[] =>
  strings(child(root, 'mcpServers'))
    .filter(({ value }) => bundle.test(String(value)))
    .map(({ value, range }) => ({ type: 'bundle', name: String(value).replace(/^.*\//, ''), range }));
