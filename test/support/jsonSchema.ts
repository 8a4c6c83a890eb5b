import { Ajv } from 'ajv';
import { textForms } from '../../server/core/schema/islands.ts';
import type { Schema } from '../../server/core/schema/schema.ts';
import type { ValidationError } from '../../server/core/schema/validate.ts';

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

/** Returns a schema of the dialect as plain JSON Schema. Unions inside it accept everything: their variants are validated separately. */
function toJsonSchema(schema: Schema, isTop = true): Record<string, unknown> | boolean {
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

/** Returns a validator of `schema`, a part of `top`, that has nothing in common with ours: the one of ajv. */
export function foreignValidator(schema: Schema, top: Schema): (value: unknown) => readonly ValidationError[] {
  const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false, messages: false });
  const $defs = Object.fromEntries(
    Object.entries(top.$defs ?? {}).map(([name, each]) => [name, toJsonSchema(each, false)]),
  );
  const validate = ajv.compile({ $defs, ...Object(toJsonSchema(schema)) });
  return (value) => {
    validate(value);
    return (validate.errors ?? []).map(({ instancePath, keyword, params }) =>
      keyword === 'required' ? { instancePath, missingKey: String(params.missingProperty) } : { instancePath },
    );
  };
}
