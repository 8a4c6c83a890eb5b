import { type Node, stringOf } from '../syntax/node.ts';
import type { JsonType, Schema } from './schema.ts';

const nouns: Readonly<Record<JsonType, string>> = {
  object: 'an object `{ … }`',
  array: 'a list `[ … ]`',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

const found: Readonly<Record<Node['type'], string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
};

/** Returns in words what a schema requires: "one of `a`, `b`", "a whole number from 1 to 72". */
export function expectation(schema: Schema): string {
  if (schema.expected !== undefined) return schema.expected;
  if (schema.enum)
    return schema.enum.length === 1 ? code(schema.enum[0]) : `one of ${schema.enum.map(code).join(', ')}`;
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return `${types.map((type) => nouns[type]).join(' or ')}${bounds(schema)}${ofWhat(schema)}`;
}

const code = (value: unknown): string => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

const ofWhat = ({ type, items }: Schema): string =>
  type === 'array' && items?.type === 'string' && !items.variants ? ' of strings' : '';

function bounds(schema: Schema): string {
  const { minimum, maximum, exclusiveMinimum, minLength, maxLength, minItems } = schema;
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (exclusiveMinimum !== undefined && maximum !== undefined) return ` above ${exclusiveMinimum} and up to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  if (exclusiveMinimum !== undefined) return ` above ${exclusiveMinimum}`;
  if (maximum !== undefined) return ` of at most ${maximum}`;
  if (maxLength !== undefined) return ` of ${minLength ?? 0} to ${maxLength} characters`;
  if ((minLength ?? minItems ?? 0) > 0) return ' that is not empty';
  return '';
}

/** Returns what the value is instead. Strings are shown only if the schema lists a few choices: others may be secrets. */
function whatItIs({ enum: values, alsoText }: Schema, node: Node, text: string | undefined): string {
  if (alsoText === 'json' && text !== undefined) return 'this string is not JSON';
  const isWord =
    text === undefined || (values !== undefined && text.length <= 40) || (alsoText !== undefined && text.length <= 16);
  return `is ${'value' in node && isWord ? code(node.value) : found[node.type]}`;
}

/** Names a value by its key, or by the key of the array that contains it. */
function subject({ parent }: Node): string {
  if (parent?.type === 'property') return `\`${parent.key}\``;
  return parent?.type === 'array' && parent.parent?.type === 'property'
    ? `An item of \`${parent.parent.key}\``
    : 'This';
}

/** Returns what is wrong with a value, without a full stop. The value itself is shown only if the schema lists a few choices. */
export function wrongClause(schema: Schema, node: Node): string {
  const text = stringOf(node);
  const sameType = schema.enum === undefined && schema.type === node.type && node.type !== 'number';
  const but = sameType ? '' : `, but ${whatItIs(schema, node, text)}`;
  return `${subject(node)} must be ${expectation(schema)}${but}`;
}

/** Returns the message for a wrong value: what is wrong, and what happens. */
export const wrongMessage = (schema: Schema, node: Node): string =>
  [`${wrongClause(schema, node)}.`, schema.facts?.whenWrong].filter(Boolean).join(' ');

/** Returns that a key is missing, without a full stop. */
export const missingClause = (key: string): string => `\`${key}\` is missing`;

/** Returns the message for a missing key. */
export function missingMessage(key: string, schema: Schema): string {
  const what = schema.description?.split('\n')[0];
  return [`${missingClause(key)}.`, schema.facts?.whenWrong ?? what].filter(Boolean).join(' ');
}
