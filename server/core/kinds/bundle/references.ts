import { join, parentOf } from '../../base/uri.ts';
import type { Document, Reference } from '../../model.ts';
import { child, itemsOf, propertiesOf, strings } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { pathReference } from '../shared/references.ts';
import { bundlePath, filledTexts, optionPrefix, ownPaths, placeholdersIn, startTexts } from './manifest.ts';

/** Yields the server and its tools, the options and their uses, and the files of the bundle. */
export function* references(document: Document): Generator<Reference> {
  const { root } = parse(document);
  const [name] = strings(child(root, 'name'));
  const server = name && String(name.value);
  if (name && server)
    yield { symbolType: 'server', name: server, range: name.inner, defines: true, of: { layer: 'user' } };
  for (const tool of itemsOf(child(root, 'tools'))) {
    for (const { value, inner } of strings(child(tool, 'name'))) {
      if (server)
        yield { symbolType: 'tool', name: String(value), range: inner, defines: true, of: { layer: 'user', server } };
    }
  }
  yield* options(document);
  yield* files(document);
}

/** Options belong only to this bundle, even if a plugin with its own options contains it. */
function* options(document: Document): Generator<Reference> {
  const { root } = parse(document);
  const of = { plugin: document.uri };
  for (const { key, keyNode } of propertiesOf(child(root, 'user_config'))) {
    yield { symbolType: 'option', name: key, range: keyNode.inner, defines: true, of };
  }
  for (const node of filledTexts(root)) {
    for (const { name, inner } of placeholdersIn(document, node)) {
      if (!name.startsWith(optionPrefix)) continue;
      const range = { start: inner.start + optionPrefix.length, end: inner.end };
      yield { symbolType: 'option', name: name.slice(optionPrefix.length), range, of };
    }
  }
}

function* files(document: Document): Generator<Reference> {
  const { root } = parse(document);
  const folder = parentOf(document.uri);
  const from = { folder, isOwn: true } as const;
  for (const node of ownPaths(root)) {
    if (/^[\w.]/.test(String(node.value)) && !String(node.value).includes('$'))
      yield { ...pathReference(node, folder), from };
  }
  for (const node of startTexts(root)) {
    const found = bundlePath(document, node);
    if (found) yield { symbolType: 'file', name: join(folder, found.path), range: found.range, from };
  }
}
