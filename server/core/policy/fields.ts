import type { Schema } from '../schema/schema.ts';
import type { Field } from './catalogue.ts';

/**
 * Nested values are read strictly: a string is not accepted as a boolean or number, except in these fields. Source: the app's
 * own validator.
 */
export const alsoAsText = ['envHelperTtlSec', 'startupTimeoutSec', 'readOnly'];

/** Returns the schema of one field. */
export function fieldSchema(field: Field): Schema {
  const { name, type = 'string', description, min, max, minLength, maxLength, format, default: fallback } = field;
  const values = type === 'enum' || type === 'object<string,enum>' ? field.enum : undefined;
  const base: Schema = {
    ...(description && { description }),
    ...(fallback !== undefined && { default: fallback }),
  };
  if (type === 'boolean')
    return { ...base, type: 'boolean', ...(alsoAsText.includes(name) && { alsoText: 'boolean' }) };
  if (type === 'integer' || type === 'number') {
    return {
      ...base,
      type,
      ...(min !== undefined && { minimum: min }),
      ...(max !== undefined && { maximum: max }),
      ...(alsoAsText.includes(name) && { alsoText: type }),
    };
  }
  if (type === 'string[]') return { ...base, type: 'array', items: { type: 'string' } };
  if (type === 'object<string,string>') return { ...base, type: 'object', additionalProperties: { type: 'string' } };
  if (type === 'object<string,enum>') {
    return {
      ...base,
      type: 'object',
      additionalProperties: { suggestions: (values ?? []).map((value) => ({ value })) },
    };
  }
  if (type === 'enum') return { ...base, type: 'string', enum: values ?? [] };
  if (type.startsWith('string')) {
    const lengths = { ...(minLength && { minLength }), ...(maxLength && { maxLength }) };
    return { ...base, type: 'string', ...lengths, ...(format && { format }) };
  }
  return base;
}

/** Returns the schemas of the fields without a dot in their name, by name; only `names`, in that order, if given. */
export function fieldSchemas(fields: readonly Field[], names?: readonly string[]): Record<string, Schema> {
  const plain = fields.filter(({ name }) => /^\w+$/.test(name));
  const wanted = names ? names.flatMap((name) => plain.filter((field) => field.name === name)) : plain;
  return Object.fromEntries(wanted.map((field) => [field.name, fieldSchema(field)]));
}

/** Returns the fields below `prefix`, named without it: `oauth.clientId` → `clientId`. */
export const below = (fields: readonly Field[], prefix: string): Field[] =>
  fields
    .filter(({ name }) => name.startsWith(prefix))
    .map((field) => ({ ...field, name: field.name.slice(prefix.length) }));
