import { schemaAt } from '../schema/at.ts';
import type { Schema } from '../schema/schema.ts';
import { propertiesOf } from '../syntax/node.ts';
import { stepInto } from './alternatives.ts';
import type { CompletionItem } from './complete.ts';
import { type CompletionPlace, needsComma, provided } from './completionPlace.ts';
import { describe, typeName } from './describe.ts';
import { escapeSnippet, valueSnippet } from './snippet.ts';

/** Stands for the value while a property is written. */
const valueMark = '\uE004';

/** The keys that may be added to the object at the cursor: required ones first, then group by group, deprecated ones last. */
export function completeKeys(place: CompletionPlace): CompletionItem[] {
  const { document, cursor, root, path, range, context } = place;
  const { text, kind } = document;
  const schema = schemaAt(kind, root, path);
  const taken = new Set(
    propertiesOf(cursor.node)
      .filter(({ keyNode }) => keyNode.range.end < range.start || keyNode.range.start > range.end)
      .map(({ key }) => key),
  );
  const hasValue = /^[ \t]*:/.test(text.slice(range.end, range.end + 100));
  const comma = needsComma(text, range);
  const groups: (string | undefined)[] = [];

  function item(
    key: string,
    documentation: string | undefined,
    detail: string | undefined,
    rank: number,
  ): CompletionItem {
    const own = schemaAt(kind, root, [...path, key]) ?? {};
    const name = kind.syntax.write(text, key, range.start);
    const value = () => valueSnippet(own, kind.syntax, (from, step) => stepInto(from, step, kind.schema));
    const whole = () => escapeSnippet(kind.syntax.writeProperty(key, valueMark, { comma })).replace(valueMark, value);
    const insertText = hasValue ? escapeSnippet(name) : whole();
    return {
      label: key,
      kind: 'key',
      insertText,
      range,
      filterText: name,
      sortText: `${rank}`.padStart(6, '0'),
      detail: detail ?? typeName(own),
      documentation,
      ...(own.facts?.deprecated && { deprecated: true }),
    };
  }

  function rankOf(key: string, own: Schema, index: number): number {
    if (own.facts?.deprecated) return 900_000 + index;
    if (schema?.required?.includes(key)) return index;
    const { group } = own.facts ?? {};
    if (!groups.includes(group)) groups.push(group);
    return 1000 * (1 + groups.indexOf(group)) + index;
  }

  const known = Object.keys(schema?.properties ?? {}).map((key, index) => {
    const own = schemaAt(kind, root, [...path, key]) ?? {};
    return item(key, describe(own, key, context.target), undefined, rankOf(key, own, index));
  });
  const names = provided(place, 'keys').map(({ value, detail, documentation }) =>
    item(value, documentation, detail, 0),
  );
  return [...names, ...known].filter(({ label }) => !taken.has(label));
}
