import { escapeSnippet } from '../../base/snippet.ts';
import type { Target } from '../../model.ts';
import { isOlderThan } from '../../policy/releases.ts';
import { schemaAt } from '../../schema/at.ts';
import type { Schema } from '../../schema/schema.ts';
import { type PropertyNode, propertiesOf, stringOf } from '../../syntax/node.ts';
import { describe, typeOf } from '../describe.ts';
import { alternativesAt, containers, expand, shownAt, stepInto } from './alternatives.ts';
import { type CompletionPlace, provided } from './completionPlace.ts';
import type { CompletionItem } from './item.ts';
import { valueSnippet } from './snippet.ts';

/** Placeholders for the key and the value while a property is written. */
const keyMark = '\uE004';
const valueMark = '\uE005';

/**
 * Returns the keys that can be added to the object at the cursor: names that only the workspace knows, then required keys, then
 * the others by group, then those of other inference providers; deprecated ones last. For an object with free keys, returns an
 * entry to be named.
 */
export function completeKeys(place: CompletionPlace): CompletionItem[] {
  const { document, cursor, root, path, range, context } = place;
  const { kind } = document;
  const schema = schemaAt(kind, root, path);
  const others = propertiesOf(cursor.node).filter(
    ({ keyNode }) => keyNode.range.end < range.start || keyNode.range.start > range.end,
  );
  const taken = new Set(others.map(({ key }) => key));
  const standing = standingOf(schema, others, context.target);
  const named = provided(place, 'keys').map(({ value, detail, documentation }): CompletionItem => {
    const own = shownAt(kind, root, [...path, value]) ?? {};
    return { ...insertion(place, value, own), sortText: '000000', detail, documentation };
  });
  const known = Object.keys(schema?.properties ?? {}).map((key, index): CompletionItem => {
    const own = shownAt(kind, root, [...path, key]) ?? {};
    const type = typeOf(alternativesAt(kind, root, [...path, key]));
    return {
      ...insertion(place, key, own),
      sortText: standing.rank(key, own, index),
      detail: [type, standing.remark(own)].filter(Boolean).join(' · '),
      documentation: describe(
        own,
        { key, type, written: path.length === 0 ? kind.writtenForm?.(document.text, own) : undefined },
        context.target,
      ),
      ...(own.facts?.deprecated && { deprecated: true }),
    };
  });
  const free = schema?.additionalProperties ? newEntries(place, schema.additionalProperties) : [];
  return [...named, ...known, ...free].filter(({ label }) => !taken.has(label));
}

function insertion(place: CompletionPlace, key: string, schema: Schema) {
  const { range, document, cursor } = place;
  const { writer } = cursor;
  const name = writer.key(key);
  const base = { label: key, kind: 'key', range, filterText: name } as const;
  if (cursor.hasValue) return { ...base, insertText: escapeSnippet(name) };
  const property = writer.property(key, valueMark);
  const value = valueSnippet(schema, writer, (from, step) => stepInto(from, step, document.kind.schema));
  return { ...base, insertText: escapeSnippet(property).replace(valueMark, () => value) };
}

/** Returns entries of an object with free keys, one for each way to write its value. */
function newEntries(place: CompletionPlace, schema: Schema): CompletionItem[] {
  const { range, document, context, cursor } = place;
  const { schema: top } = document.kind;
  const { writer } = cursor;
  if (cursor.hasValue) return [];
  const alternatives = expand(schema, top);
  const offered = containers(alternatives);
  return (offered.length > 0 ? offered : alternatives.slice(0, 1)).map(({ name, schema: own }, index) => {
    const value = valueSnippet(own, writer, (from, step) => stepInto(from, step, top), 2);
    const property = escapeSnippet(writer.property(keyMark, valueMark));
    const label = `new ${(name ?? 'entry').replace(/^(an?|the) /, '')}`;
    return {
      label,
      kind: 'key',
      insertText: property.replace(keyMark, '${1:name}').replace(valueMark, () => value),
      range,
      filterText: writer.key(label),
      sortText: `95${String(index).padStart(4, '0')}`,
      documentation: describe(own, {}, context.target),
    };
  });
}

/** How the keys of one object are sorted (as six-digit strings), and what is shown in addition to their type. */
interface Standing {
  readonly rank: (key: string, own: Schema, index: number) => string;
  readonly remark: (own: Schema) => string | undefined;
}

function standingOf(schema: Schema | undefined, others: readonly PropertyNode[], { minimumVersion }: Target): Standing {
  const groups: (string | undefined)[] = [];
  const words = new Set(others.flatMap(({ valueNode }) => stringOf(valueNode) ?? []));
  const all = new Set(Object.values(schema?.properties ?? {}).flatMap(({ facts }) => facts?.providers ?? []));
  /** The inference provider is known if any key names one. */
  const chosen = [...all].filter((provider) => words.has(provider));
  const isRequired = ({ facts }: Schema) => facts?.requiredFor?.some((provider) => chosen.includes(provider)) ?? false;
  const isForeign = ({ facts }: Schema) =>
    chosen.length > 0 &&
    facts?.providers !== undefined &&
    !facts.providers.some((provider) => chosen.includes(provider));
  const rank = (key: string, own: Schema, index: number): number => {
    const { facts } = own;
    if (facts?.deprecated) return 900_000 + index;
    if (isForeign(own)) return 800_000 + index;
    if (isRequired(own) || schema?.required?.includes(key)) return index;
    if (!groups.includes(facts?.group)) groups.push(facts?.group);
    return 1000 * (1 + groups.indexOf(facts?.group)) + index;
  };
  return {
    rank: (...of) => String(rank(...of)).padStart(6, '0'),
    remark: (own) => {
      const { since, providers } = own.facts ?? {};
      if (isForeign(own)) return `ignored: for ${providers?.join(', ')}`;
      if (isRequired(own)) return 'required';
      return since !== undefined && isOlderThan(minimumVersion, since) ? `needs ${since}` : undefined;
    },
  };
}
