import { derived } from '../base/derived.ts';
import { isSecretKey, isSecretMap, mask } from '../base/mask.ts';
import type { TextRange } from '../base/text.ts';
import type { Document } from '../model.ts';
import { type Node, propertiesOf } from '../syntax/node.ts';
import { parse } from './parse.ts';

/** Maps whose keys are names of tools, which may look like names of secrets. */
const toolMaps: ReadonlySet<string> = new Set(['toolPolicy', 'builtinToolPolicy']);

/**
 * Returns the text of a document without its secrets, which are found by their shape, by the text before them, and by the
 * parsed tree. The length stays the same, so ranges of the document remain valid.
 */
export const maskedText: (document: Document) => string = derived((document) => {
  const masked = mask(document.text);
  let shown = '';
  let end = 0;
  for (const range of [...secretsIn(parse(document).root)].sort((a, b) => a.start - b.start)) {
    if (range.start < end) continue;
    shown += masked.slice(end, range.start) + masked.slice(range.start, range.end).replaceAll(/[^\s"]/g, '•');
    end = range.end;
  }
  return shown + masked.slice(end);
});

function* secretsIn(node: Node | undefined): Generator<TextRange> {
  if (node?.type === 'array') for (const item of node.items) yield* secretsIn(item);
  for (const { key, valueNode } of propertiesOf(node)) {
    if (toolMaps.has(key)) continue;
    if (isSecretMap(key)) yield* leaves(valueNode);
    else if (isSecretKey(key) && holdsText(valueNode)) yield* leaves(valueNode);
    else yield* secretsIn(valueNode);
  }
}

/** Whether a secret may be here: a string or number, or a list of them. An object describes something else. */
const holdsText = (node: Node | undefined): boolean =>
  node?.type === 'array' ? node.items.every(holdsText) : node?.type === 'string' || node?.type === 'number';

function* leaves(node: Node | undefined): Generator<TextRange> {
  if (node?.type === 'array') for (const item of node.items) yield* leaves(item);
  else if (node?.type === 'object') for (const { valueNode } of node.properties) yield* leaves(valueNode);
  else if (node) yield node.range;
}
