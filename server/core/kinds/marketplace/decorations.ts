import type { Decoration } from '../../annotations.ts';
import type { Document } from '../../model.ts';
import { child, type Node, propertiesOf } from '../../syntax/node.ts';
import { parse } from '../../workspace/parse.ts';
import { entriesOf, kindOf } from './entries.ts';
import { entry } from './entrySchema.ts';
import { schema } from './schema.ts';
import { keysOfSource } from './sourceSchema.ts';

const topKeys = Object.keys(schema.properties ?? {});
const metadataKeys = Object.keys(schema.properties?.metadata?.properties ?? {});
const entryKeys = Object.keys(entry.properties ?? {});

/** Yields keys that no app reads: unknown keys of the marketplace and its entries, and keys that a kind of source does not have. */
export function* decorations(document: Document): Generator<Decoration> {
  const { root } = parse(document);
  yield* unread(root, topKeys);
  yield* unread(child(root, 'metadata'), metadataKeys);
  for (const { node, source } of entriesOf(root)) {
    yield* unread(node, entryKeys);
    const known = keysOfSource(kindOf(source) ?? '');
    if (known) yield* unread(source, known);
  }
}

function* unread(object: Node | undefined, known: readonly string[]): Generator<Decoration> {
  for (const { key, keyNode } of propertiesOf(object)) {
    if (!known.includes(key)) yield { range: keyNode.inner, modifiers: ['ignored'] };
  }
}
