import type { Fact } from '../../fact.ts';
import type { Document } from '../../model.ts';
import { readDisabledTools } from '../../policy/disabledTools.ts';
import { entryTransport } from '../../policy/entry/variant.ts';
import { flatView } from '../../policy/flatView.ts';
import { managedServers, orgEntries } from '../../policy/managedServers.ts';
import { child, itemsOf, propertiesOf, stringOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';

/** Yields the facts of a policy: its servers, its rules for tools, the built-in tools that it disables. */
export function* facts(document: Document): Generator<Fact> {
  const { root: tree } = parse(document);
  const root = tree && flatView(tree);
  yield { type: 'policy', name: '', range: { start: 0, end: 0 } };
  for (const { name, node } of readDisabledTools(child(root, 'disabledBuiltinTools')).tools)
    yield { type: 'disabled-tool', name, range: node.inner };
  for (const entry of managedServers(root)) {
    const name = child(entry, 'name');
    if (name?.type !== 'string') continue;
    const transport =
      entryTransport(entry) ?? (child(entry, 'server') ? 'built-in' : (stringOf(child(entry, 'transport')) ?? 'http'));
    const server = String(name.value);
    yield { type: 'server', name: server, range: name.inner, data: { layer: 'managed', transport, plugin: null } };
    for (const { key, keyNode, valueNode } of propertiesOf(child(entry, 'toolPolicy'))) {
      const data = { tool: key, permission: stringOf(valueNode) ?? '', from: 'toolPolicy' } as const;
      yield { type: 'tool-policy', name: server, range: keyNode.inner, data };
    }
  }
  for (const entry of orgEntries(root)) {
    const name = child(entry, 'serverName');
    if (name?.type !== 'string') continue;
    yield { type: 'org-plugin-settings', name: String(name.value), range: name.inner };
    for (const tool of itemsOf(child(entry, 'tools'))) {
      const toolName = child(tool, 'toolName');
      if (toolName?.type !== 'string') continue;
      const data = {
        tool: String(toolName.value),
        permission: stringOf(child(tool, 'permission')) ?? '',
        from: 'orgPluginSettings',
      } as const;
      yield { type: 'tool-policy', name: String(name.value), range: toolName.inner, data };
    }
  }
  for (const { key, keyNode } of propertiesOf(child(child(root, 'orgPluginSettings'), 'mcpServers'))) {
    yield { type: 'org-plugin-settings', name: key, range: keyNode.inner };
  }
}
