import { dereference } from './at.ts';
import type { Schema } from './schema.ts';

/** A part of a kind's schema without unions inside: it gets one compiled validator. */
export interface Island {
  readonly id: string;
  readonly schema: Schema;
}

/**
 * The parts of a schema that are validated one by one: the whole, and each variant of each union. The order is that of
 * the schema, so that the compiled validators can be found again by `id`.
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

/** The schemas directly inside one, unions apart. */
export const parts = (schema: Schema): Schema[] => [
  ...Object.values(schema.properties ?? {}),
  ...Object.values(schema.patternProperties ?? {}),
  ...(schema.additionalProperties ? [schema.additionalProperties] : []),
  ...(schema.items ? [schema.items] : []),
];

/** The strings that are read as another type. */
export const textForms = {
  boolean: /^\s*([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|0|1)\s*$/u,
  integer: /^\s*([+-]?\d+([eE]\+?\d+)?|0[xX][0-9a-fA-F]+)\s*$/u,
  number: /^\s*[+-]?\d+(\.\d+)?\s*$/u,
  json: /^\s*[[{]/u,
} as const;

/** What is the same in the dialect and in JSON Schema. */
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

/** One island as plain JSON Schema for ajv. Unions inside it accept everything here: their variants are islands of their own. */
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
