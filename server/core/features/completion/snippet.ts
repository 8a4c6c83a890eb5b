import { escapeSnippet } from '../../base/snippet.ts';
import type { Schema } from '../../schema/schema.ts';
import type { Writer } from '../../syntax/syntax.ts';

/** Finds the schema one step below another, with references and unions resolved. */
export type SchemaStep = (schema: Schema, key: string | number) => Schema | undefined;

/** Longer lists of suggestions are offered by completion, not as a choice in the snippet. */
const longestChoice = 20;
const deepest = 3;

/** Placeholders for tab stops while a value is written in its syntax; private-use characters do not occur in values. */
const inText = (index: number): string => `\uE000${index}\uE001`;
const bare = (index: number): string => `\uE002${index}\uE003`;

/** Returns a snippet whose literal text is escaped by `encode`; the snippet syntax stays. */
const encodeSnippet = (snippet: string, encode: (text: string) => string): string =>
  snippet.replaceAll(/\\([\\$},|])|([^\w\s$\\{}|,:;()[\]/.*-])/gu, (whole, escaped?: string, letter?: string) => {
    const literal = escaped ?? letter ?? whole;
    const encoded = encode(literal);
    return encoded === literal ? whole : escapeSnippet(encoded);
  });

const escapeChoice = (text: string): string => text.replaceAll(/[\\,|]/g, '\\$&');

/** Returns a value for `schema` as a snippet in the syntax of the file, with tab stops, numbered from `first`, where the user decides. */
export function valueSnippet(schema: Schema, { write, encode }: Writer, step: SchemaStep, first = 1): string {
  const stops: string[] = [];
  const stop = (make: (index: number) => string): number => stops.push(make(stops.length + first)) + first - 1;
  const choice = (values: readonly unknown[]): string =>
    bare(stop((i) => `\${${i}|${values.map((value) => escapeChoice(write(value))).join(',')}|}`));

  function example(schema: Schema, depth: number): unknown {
    const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
    const suggested = schema.suggestions?.map(({ value }) => value).filter((value) => typeof value !== 'object') ?? [];
    const ready = suggested[0] ?? (typeof schema.default === 'object' ? undefined : schema.default);
    if (schema.enum?.length === 1) return schema.enum[0];
    if (schema.enum) {
      const first = schema.default === undefined ? [] : schema.enum.filter((value) => value === schema.default);
      return choice([...first, ...schema.enum.filter((value) => !first.includes(value))]);
    }
    if (type === 'boolean') return choice([true, false]);
    if (suggested.length > 1 && suggested.length <= longestChoice) return choice(suggested);
    if (typeof ready === 'string') return bare(stop(selected(ready)));
    if (type === 'object') return object(schema, depth);
    if (type === 'array') {
      const item = depth < deepest ? step(schema, 0) : undefined;
      return item ? [example(item, depth + 1)] : bare(stop((i) => `[$${i}]`));
    }
    if (type === 'string') return inText(stop((i) => `$${i}`));
    const number = type === 'integer' || type === 'number' ? leastOf(schema) : undefined;
    const value = ready ?? number;
    return bare(stop(value === undefined ? (i) => `$${i}` : selected(value)));
  }

  /** Returns a tab stop that selects a value without its quotes. */
  function selected(value: unknown): (index: number) => string {
    const [, quote = '', inner = ''] = /^(["']?)([\s\S]*)\1$/.exec(write(value)) ?? [];
    return (i) => `${quote}\${${i}:${escapeSnippet(inner)}}${quote}`;
  }

  function object(schema: Schema, depth: number): unknown {
    const required = depth < deepest ? (schema.required ?? []) : [];
    if (required.length === 0) return bare(stop((i) => `{$${i}}`));
    return Object.fromEntries(required.map((key) => [key, example(step(schema, key) ?? {}, depth + 1)]));
  }

  const snippet = escapeSnippet(write(example(schema, 0)))
    .replaceAll(/(["']?)\uE002(\d+)\uE003\1/g, (_, _quote, index) => stops[index - first] ?? '')
    .replaceAll(/\uE000(\d+)\uE001/g, (_, index) => stops[index - first] ?? '');
  return encodeSnippet(snippet, encode);
}

/** Returns the smallest number that a schema allows, at least 0. */
const leastOf = ({ minimum, exclusiveMinimum }: Schema): number =>
  Math.max(0, minimum ?? (exclusiveMinimum === undefined ? 0 : Math.floor(exclusiveMinimum) + 1));
