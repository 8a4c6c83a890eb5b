import type { Document, Mention } from '../../model.ts';
import { parse } from '../../parse.ts';
import { child, itemsOf, type Node, propertiesOf, type ScalarNode } from '../../syntax/node.ts';
import { componentPaths, isPlain } from '../shared/componentPaths.ts';
import { pathMention, rangeOf, wordsIn } from '../shared/mentions.ts';
import { entriesOf, localSource, topOf } from './entries.ts';

const isText = (node: Node | undefined): node is ScalarNode => node?.type === 'string';

/**
 * The plugins that are listed, their folders and components, the plugins that they need, and what former names lead to. The
 * entry defines a plugin only where its files are not at hand; else the plugin itself does.
 */
export function* mentions(document: Document): Generator<Mention> {
  const { root } = parse(document);
  for (const entry of entriesOf(root)) {
    const name = child(entry.node, 'name');
    const source = localSource(entry, root, topOf(document.uri));
    if (isText(name) && name.value !== '')
      yield {
        thing: 'plugin',
        name: String(name.value),
        range: name.inner,
        ...(isRemote(entry.source) && { defines: true as const }),
      };
    if (source) {
      yield pathMention(source.node, source.base);
      for (const { key, node, value } of componentPaths(entry.node))
        if (key !== 'hooks' && isPlain(value)) yield pathMention(node, source.folder);
    }
    yield* needed(document, entry.node);
  }
  for (const { valueNode } of propertiesOf(child(root, 'renames')))
    if (isText(valueNode)) yield { thing: 'plugin', name: String(valueNode.value), range: valueNode.inner };
}

const isRemote = (source: Node | undefined): boolean => source?.type === 'object';

/** The plugins that one needs: `name`, `name@marketplace`, or an object. */
function* needed(document: Document, entry: Node): Generator<Mention> {
  for (const item of itemsOf(child(entry, 'dependencies'))) {
    const node = isText(item) ? item : child(item, 'name');
    for (const word of isText(node) ? wordsIn(document, node, /^[^@\s]+/g) : [])
      yield { thing: 'plugin', name: word.word, range: rangeOf(word) };
  }
}
