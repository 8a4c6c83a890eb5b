import { escapeSnippet } from '../../base/snippet.ts';
import { touches } from '../../base/text.ts';
import type { Schema } from '../../schema/schema.ts';
import { itemsOf, stringOf } from '../../syntax/node.ts';
import { describe, describeValue } from '../describe.ts';
import { alternativesAt, containers, stepInto } from './alternatives.ts';
import { type CompletionPlace, provided } from './completionPlace.ts';
import type { CompletionItem } from './item.ts';
import { valueSnippet } from './snippet.ts';

interface Offer {
  readonly value: unknown;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
}

/** Returns the values that can be inserted at the cursor: first names that only the workspace knows, then those of the schema. */
export function completeValues(place: CompletionPlace): CompletionItem[] {
  const { document, path, range, context, root, cursor } = place;
  const { kind } = document;
  const { writer } = cursor;
  const [before, behind] = writer.around.map(escapeSnippet);
  const alternatives = alternativesAt(kind, root, path);
  const offers: Offer[] = [
    ...provided(place, 'values'),
    ...alternatives.flatMap(({ schema }) => [...offersOf(schema)]),
  ];
  const seen = valuesBeside(place);
  const items: CompletionItem[] = [];
  const add = (label: string, filterText: string, snippet: string, texts: Omit<Offer, 'value'>): void => {
    if (seen.has(label)) return;
    seen.add(label);
    const sortText = String(items.length).padStart(4, '0');
    items.push({
      label,
      kind: 'value',
      insertText: `${before}${snippet}${behind}`,
      range,
      filterText,
      sortText,
      ...texts,
    });
  };
  for (const { value, detail, documentation } of offers) {
    const plain = writer.write(value);
    const written = writer.encode(plain);
    add(typeof value === 'string' ? value : plain, written, escapeSnippet(written), { detail, documentation });
  }
  for (const alternative of containers(alternatives)) {
    const { schema, name } = alternative;
    const snippet = valueSnippet(schema, writer, (from, step) => stepInto(from, step, kind.schema));
    const brackets = schema.type === 'array' ? '[ ]' : '{ }';
    const label = name ? `${brackets} ${name}` : brackets;
    add(label, label, snippet, { detail: schema.title, documentation: describe(schema, {}, context.target) });
  }
  return items;
}

function* offersOf(schema: Schema): Generator<Offer> {
  for (const { value, description } of schema.suggestions ?? []) yield { value, documentation: description };
  const types = [schema.type ?? []].flat();
  const simple = [...(types.includes('boolean') ? [true, false] : []), ...(types.includes('null') ? [null] : [])];
  for (const value of schema.enum ?? simple) {
    const isDefault = schema.default !== undefined && value === schema.default;
    yield { value, detail: isDefault ? 'default' : undefined, documentation: describeValue(schema, value) };
  }
  if (schema.default !== undefined) yield { value: schema.default, detail: 'default' };
}

/** Returns the other items of the same list, without the one at the cursor. */
function valuesBeside({ cursor, range }: CompletionPlace): Set<string> {
  const others = itemsOf(cursor.node).filter((item) => !touches(item.range, range.start));
  return new Set(others.flatMap((item) => stringOf(item) ?? []));
}
