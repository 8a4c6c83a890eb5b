import { join, parentOf } from '../../base/uri.ts';
import { componentPaths, isPlain } from '../../components/componentPaths.ts';
import type { Document, PluginRoot, PluginRoots, Reference } from '../../model.ts';
import { child, itemsOf, type Node, propertiesOf, type ScalarNode } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { pathReference, rangeOf, wordsIn } from '../shared/references.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/** Yields the plugin itself, its options, the paths of its components, and its dependencies. */
export function* references(document: Document, around: PluginRoots): Generator<Reference> {
  const { root } = parse(document);
  const plugin = around.pluginOf(document.uri);
  if (!plugin) return;
  yield* ownNames(plugin, child(root, 'name'));
  for (const { key, keyNode } of propertiesOf(child(root, 'userConfig'))) {
    yield { symbolType: 'option', name: key, range: keyNode.inner, defines: true };
  }
  for (const { node, value } of componentPaths(root)) if (isPlain(value)) yield pathReference(node, plugin.uri);
  for (const channel of itemsOf(child(root, 'channels'))) {
    const server = child(channel, 'server');
    if (isText(server))
      yield {
        symbolType: 'server',
        name: String(server.value),
        range: server.inner,
        of: { layer: 'plugin', plugin: plugin.directory },
      };
  }
  for (const item of itemsOf(child(root, 'dependencies'))) {
    const node = isText(item) ? item : child(item, 'name');
    for (const word of isText(node) ? wordsIn(document, node, /^[^@\s]+/g) : [])
      yield { symbolType: 'plugin', name: word.word, range: rangeOf(word) };
  }
}

/** In Cowork a plugin has the name of its folder, in Claude Code the name in its manifest. */
function* ownNames({ uri, directory }: PluginRoot, node: Node | undefined): Generator<Reference> {
  const files: Reference['files'] = (name) => [{ kind: 'rename', from: uri, to: join(parentOf(uri), name) }];
  const named = isText(node) ? { name: String(node.value), range: node.inner } : undefined;
  const of = { plugin: directory };
  if (named) yield { symbolType: 'plugin', ...named, defines: true, of, ...(named.name === directory && { files }) };
  if (named?.name !== directory)
    yield { symbolType: 'plugin', name: directory, range: { start: 0, end: 0 }, defines: true, of, files };
}
