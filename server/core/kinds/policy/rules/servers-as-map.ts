import type { Rule } from '../../../model.ts';
import { child, type Node, propertiesOf, stringOf, toValue } from '../../../syntax/node.ts';

const foreign = ['type', 'disabled', 'name'];

/** The validator cannot read any other form than a list. */
export const serversAsMap: Rule = {
  id: 'policy/servers-as-map',
  severity: 'error',
  source: ['desktop/configuration', 'app-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const node = child(root, 'managedMcpServers');
    const map = child(node, 'mcpServers') ?? node;
    const entries = propertiesOf(map).filter(({ valueNode }) => isServer(valueNode));
    if (node?.type !== 'object' || entries.length === 0) return;
    const isWhole = entries.length === propertiesOf(map).length;
    const list = entries.map(({ key, valueNode }) => asEntry(key, valueNode));
    yield {
      range: node.range,
      message:
        'Managed servers must be a list of objects, each with a `name`; this map is the form of `.mcp.json`. The app cannot read the key: no managed server runs, and Code allows no other server.',
      ...(isWhole && { fixes: [{ title: `Convert to a list of ${list.length}`, edits: [edit.replace(node, list)] }] }),
    };
  },
};

const isServer = (node: Node | undefined): boolean =>
  child(node, 'url') !== undefined || child(node, 'command') !== undefined;

/** Returns the same server as a managed one: `type` is `transport` there, and a server without it gets one. */
function asEntry(name: string, node: Node | undefined): Record<string, unknown> {
  const type = stringOf(child(node, 'type'));
  const transport = child(node, 'command') ? 'stdio' : type === 'sse' ? 'sse' : 'http';
  const rest = propertiesOf(node).filter(({ key }) => !foreign.includes(key));
  return { name, transport, ...Object.fromEntries(rest.map(({ key, valueNode }) => [key, toValue(valueNode)])) };
}
