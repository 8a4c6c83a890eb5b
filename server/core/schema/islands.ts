import { dereference } from './at.ts';
import type { Schema } from './schema.ts';

/** Returns the parts of a schema that are validated separately, without the unions inside them: the whole, and each variant of each union. */
export function islands(top: Schema): ReadonlySet<Schema> {
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
  return found;
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
