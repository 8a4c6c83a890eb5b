import type { Document, Target } from '../model.ts';
import { parse } from '../parse.ts';
import type { TextRange } from '../text.ts';
import { alternativesAt, shownAt } from './alternatives.ts';
import { describe, describeValue, typeOf } from './describe.ts';
import { placeAt } from './place.ts';

export interface Hover {
  readonly range: TextRange;
  readonly markdown: string;
}

/**
 * The card of the key or value at `offset`: what the schema says of it, nothing that the document says, so that no secret is
 * repeated. Undefined where the schema says nothing.
 */
export function hover(document: Document, offset: number, { target }: { readonly target: Target }): Hover | undefined {
  const { root } = parse(document);
  const place = placeAt(root, offset);
  if (!place || (!place.key && isContainer(place.node?.type))) return undefined;
  const schema = shownAt(document.kind, root, place.path);
  const range = place.key?.keyNode.range ?? place.node?.range;
  if (!schema || !range) return undefined;
  const key = place.path.findLast((step) => typeof step === 'string');
  const type = typeOf(alternativesAt(document.kind, root, place.path));
  const card = describe(schema, { key, type }, target);
  const value = place.key || !place.node || !('value' in place.node) ? undefined : place.node.value;
  const about = value === undefined ? undefined : describeValue(schema, value);
  return { range, markdown: [about, card].filter(Boolean).join('\n\n---\n\n') };
}

const isContainer = (type: string | undefined): boolean => type === 'object' || type === 'array';
