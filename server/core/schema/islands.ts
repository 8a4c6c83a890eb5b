import { dereference } from './at.ts';
import type { Schema } from './schema.ts';

/** A part of a kind's schema without unions inside. It has its own compiled validator. */
export interface Island {
  readonly id: string;
  readonly schema: Schema;
}

/**
 * Returns the parts of a schema that are validated separately: the whole, and each variant of each union, in schema order, so
 * that the compiled validators can be found by `id`.
 */
export function islands(kind: string, top: Schema): Island[] {
  const found = new Set<Schema>();
  const visited = new Set<Schema>();
  const add = (schema: Schema) => {
    const meant = dereference(schema, top);
    if (!meant.variants) found.add(meant);
    visit(meant);
  };
  const visit = (schema: Schema): void => {
    if (visited.has(schema)) return;
    visited.add(schema);
    for (const { schema: variant } of schema.variants ?? []) add(variant);
    for (const inner of parts(schema)) visit(inner);
  };
  add(top);
  for (const definition of Object.values(top.$defs ?? {})) visit(definition);
  return [...found].map((schema, index) => ({ id: `${kind}#${index}`, schema }));
}

/** Returns the schemas directly inside one, except unions. */
export const parts = (schema: Schema): Schema[] => [
  ...Object.values(schema.properties ?? {}),
  ...Object.values(schema.patternProperties ?? {}),
  ...(schema.additionalProperties ? [schema.additionalProperties] : []),
  ...(schema.items ? [schema.items] : []),
];

/** Strings that the app reads as another type. */
export const textForms = {
  boolean: /^\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|0|1)\s*$/u,
  integer: /^\s*([+-]?\d+([eE]\+?\d+)?|0[xX][0-9a-fA-F]+)\s*$/u,
  number: /^\s*[+-]?\d+(\.\d+)?\s*$/u,
  json: /^\s*[[{]/u,
} as const;

/** Keywords that are the same in the dialect and in JSON Schema. */
const same = [
  'type',
  'required',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
] as const satisfies readonly (keyof Schema)[];

/** Returns one island as plain JSON Schema for ajv. Unions inside it accept everything here: their variants are islands themselves. */
export function toJsonSchema(schema: Schema, isTop = true): Record<string, unknown> | boolean {
  if (schema.variants && !isTop) return true;
  if (schema.$ref !== undefined) return { $ref: schema.$ref };
  const each = (map: Readonly<Record<string, Schema>> | undefined) =>
    map && Object.fromEntries(Object.entries(map).map(([key, inner]) => [key, toJsonSchema(inner, false)]));
  const inner = {
    properties: each(schema.properties),
    patternProperties: each(schema.patternProperties),
    additionalProperties: schema.additionalProperties && toJsonSchema(schema.additionalProperties, false),
    items: schema.items && toJsonSchema(schema.items, false),
  };
  const all = [...same.map((key) => [key, schema[key]] as const), ...Object.entries(inner)];
  const plain = Object.fromEntries(all.filter(([, value]) => value !== undefined));
  if (schema.alsoText === undefined) return plain;
  const text = { type: 'string', pattern: textForms[schema.alsoText].source };
  return { anyOf: schema.alsoText === 'boolean' ? [plain, { enum: [0, 1] }, text] : [plain, text] };
}
