import type { DocumentKind } from '../../model.ts';
import { dereference, propertySchema, resolve, schemaAt } from '../../schema/at.ts';
import type { Condition, Schema } from '../../schema/schema.ts';
import type { Node, Path } from '../../syntax/node.ts';

/** One way to write a value; `name` is that of the variant, if there are several. */
export interface Alternative {
  readonly name?: string;
  readonly schema: Schema;
  /** The condition by which the variant is recognised. */
  readonly when?: Condition | undefined;
}

/** Returns the schema one step below `schema`: of a property or an item. */
export function stepInto(schema: Schema, step: string | number, top: Schema): Schema | undefined {
  const inner = typeof step === 'number' ? schema.items : propertySchema(schema, step);
  return inner && inherit(inner, inherit(dereference(inner, top), resolve(inner, top, undefined)));
}

/** Returns everything that can be written at `path`: all variants of a union, since there is no value yet that picks one. */
export function alternativesAt(kind: DocumentKind, root: Node | undefined, path: Path): Alternative[] {
  const raw = rawAt(kind, root, path);
  return raw ? expand(raw, kind.schema) : [];
}

/** Returns the schema to show for the key or value at `path`: the variant that the tree picks, with the descriptions of the union. */
export function shownAt(kind: DocumentKind, root: Node | undefined, path: Path): Schema | undefined {
  const raw = rawAt(kind, root, path);
  const picked = schemaAt(kind, root, path);
  return raw && picked && inherit(raw, inherit(dereference(raw, kind.schema), picked));
}

/** Returns the schema at `path` with its own references and variants unresolved. */
function rawAt(kind: DocumentKind, root: Node | undefined, path: Path): Schema | undefined {
  const step = path.at(-1);
  if (step === undefined) return kind.schema;
  const parent = schemaAt(kind, root, path.slice(0, -1));
  return parent && (typeof step === 'number' ? parent.items : propertySchema(parent, step));
}

/** Returns the variants of a union, each merged with the union's own keywords. */
export function expand(schema: Schema, top: Schema, depth = 0): Alternative[] {
  const found = inherit(schema, dereference(schema, top));
  if (!found.variants || depth > 5) return [{ schema: found }];
  return found.variants.flatMap(({ name, when, schema: variant }) =>
    expand(variant, top, depth + 1).map((inner) => ({
      name,
      when,
      ...inner,
      schema: inherit(texts(found, inner.schema), inner.schema),
    })),
  );
}

/** Removes suggestions for a string from the schema of a list or an object. */
function texts({ suggestions, ...outer }: Schema, { type }: Schema): Schema {
  return suggestions && type !== 'object' && type !== 'array' ? { ...outer, suggestions } : outer;
}

/**
 * Returns the alternatives for which a snippet is useful: objects and lists, each with the values by which its variant is
 * recognised. Variants that only describe half-typed values are left out.
 */
export function containers(alternatives: readonly Alternative[]): Alternative[] {
  const whole = alternatives.filter(
    ({ when, schema }) => !when?.has && (schema.type === 'object' || schema.type === 'array'),
  );
  const isEmpty = ({ schema }: Alternative) => schema.type === 'object' && !schema.required?.length;
  const full = whole.filter((alternative) => !isEmpty(alternative));
  const names = new Set<string | undefined>();
  return (full.length > 0 ? full : whole).flatMap((alternative) => {
    if (names.has(alternative.name)) return [];
    names.add(alternative.name);
    return [{ ...alternative, schema: withFixed(alternative) }];
  });
}

/** Returns the schema with the values of the variant's condition as required keys that have a single value. */
function withFixed({ schema, when }: Alternative): Schema {
  const fixed = Object.entries(when?.equals ?? {});
  if (fixed.length === 0) return schema;
  const properties = Object.fromEntries(fixed.map(([key, value]) => [key, { enum: [value] }]));
  const required = [...new Set([...fixed.map(([key]) => key), ...(schema.required ?? [])])];
  return { ...schema, properties: { ...schema.properties, ...properties }, required };
}

/** Returns `inner`, with the descriptions of `outer` where it has none. */
function inherit(outer: Schema, inner: Schema): Schema {
  if (outer === inner) return inner;
  const { title, description, facts, suggestions, default: ready } = outer;
  const texts = { title, description, facts, suggestions, default: ready };
  return { ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)), ...inner };
}
