import { componentPaths, isPlain } from '../../components/componentPaths.ts';
import type { Document, Reference } from '../../model.ts';
import { child, type Node, propertiesOf, type ScalarNode } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { pathReference, rangeOf, wordsIn } from '../shared/references.ts';
import { dependenciesOf } from './dependencies.ts';
import { entriesOf, localSource, topOf } from './entries.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/**
 * Yields the listed plugins, their folders and components, their dependencies, and the targets of former names. The entry
 * defines a plugin only if its files are not in the workspace; otherwise the plugin itself does.
 */
export function* references(document: Document): Generator<Reference> {
  const { root } = parse(document);
  for (const entry of entriesOf(root)) {
    const name = child(entry.node, 'name');
    const source = localSource(entry, root, topOf(document.uri));
    if (isText(name) && name.value !== '')
      yield {
        symbolType: 'plugin',
        name: String(name.value),
        range: name.inner,
        ...(isRemote(entry.source) && { defines: true as const }),
      };
    if (source) {
      yield pathReference(source.node, source.base);
      for (const { key, node, value } of componentPaths(entry.node))
        if (key !== 'hooks' && isPlain(value)) yield pathReference(node, source.folder);
    }
    for (const { node, name: needed } of dependenciesOf(entry.node)) yield* pluginReference(document, node, needed);
  }
  for (const { valueNode } of propertiesOf(child(root, 'renames')))
    if (isText(valueNode)) yield { symbolType: 'plugin', name: String(valueNode.value), range: valueNode.inner };
}

const isRemote = (source: Node | undefined): boolean => source?.type === 'object';

/** Yields a plugin whose name begins a string. */
function* pluginReference(document: Document, node: ScalarNode, name: string): Generator<Reference> {
  for (const word of wordsIn(document, node, /^[^@\s]+/g)) yield { symbolType: 'plugin', name, range: rangeOf(word) };
}
