import type { TextRange } from '../../base/text.ts';
import type { Document, Reference } from '../../model.ts';
import { readDisabledTools } from '../../policy/disabledTools.ts';
import { flatView } from '../../policy/flatView.ts';
import { managedServers, orgEntries } from '../../policy/managedServers.ts';
import {
  child,
  itemsOf,
  type Node,
  type ObjectNode,
  propertiesOf,
  type ScalarNode,
  stringOf,
} from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/**
 * Yields what a policy names: managed servers, plugin servers that it locks, and tools. A tool is defined by the line that
 * decides about it.
 */
export function* references(document: Document): Generator<Reference> {
  const { root: tree } = parse(document);
  const root = tree && flatView(tree);
  for (const entry of managedServers(root)) yield* managed(entry);
  for (const entry of orgEntries(root)) yield* locked(entry);
  for (const { key, keyNode, valueNode } of propertiesOf(child(child(root, 'orgPluginSettings'), 'mcpServers'))) {
    yield { symbolType: 'server', name: key, range: keyNode.inner, of: { layer: 'plugin' } };
    for (const tool of propertiesOf(child(valueNode, 'toolPolicy'))) {
      yield decided(tool.key, tool.keyNode.inner, { layer: 'plugin', server: key });
    }
  }
  for (const { name, node } of readDisabledTools(child(root, 'disabledBuiltinTools')).tools)
    yield decided(name, node.inner, { server: null });
  for (const { key, keyNode } of propertiesOf(child(root, 'builtinToolPolicy'))) {
    const [name = ''] = key.split('(');
    const { start } = keyNode.inner;
    yield decided(name, { start, end: start + name.length }, { server: null });
  }
}

function* managed(entry: ObjectNode): Generator<Reference> {
  const name = child(entry, 'name');
  if (!isText(name)) return;
  const server = String(name.value);
  yield { symbolType: 'server', name: server, range: name.inner, defines: true, of: { layer: 'managed' } };
  for (const { key, keyNode } of propertiesOf(child(entry, 'toolPolicy'))) {
    yield decided(key, keyNode.inner, { layer: 'managed', server });
  }
}

function* locked(entry: ObjectNode): Generator<Reference> {
  const name = child(entry, 'serverName');
  if (!isText(name)) return;
  yield { symbolType: 'server', name: String(name.value), range: name.inner, of: { layer: 'plugin' } };
  for (const tool of itemsOf(child(entry, 'tools'))) {
    const toolName = child(tool, 'toolName');
    const server = stringOf(name) ?? '';
    if (isText(toolName)) yield decided(String(toolName.value), toolName.inner, { layer: 'plugin', server });
  }
}

const decided = (name: string, range: TextRange, of: Reference['of']): Reference => ({
  symbolType: 'tool',
  name,
  range,
  defines: true,
  ...(of && { of }),
});
