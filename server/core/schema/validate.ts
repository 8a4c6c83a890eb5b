import { derived } from '../base/derived.ts';
import { dereference } from './at.ts';
import { textForms } from './islands.ts';
import type { JsonType, Primitive, Schema } from './schema.ts';

/** A value that a schema rejects, or a key that an object lacks. */
export interface ValidationError {
  /** The JSON pointer of the value, or of the object. */
  readonly instancePath: string;
  /** The key that the object lacks; absent: the value itself is wrong. */
  readonly missingKey?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** A value of a document, and how to reach it. The pointer is made only if something is wrong. */
interface Place {
  readonly value: unknown;
  readonly step?: string | number;
  readonly parent?: Place;
}

/**
 * Returns what `schema`, a part of `top`, rejects in a value, as a validator of JSON Schema does that reports all errors. A
 * union inside it accepts everything: its variants are validated separately. The schemas are interpreted: as compiled code they
 * would be a third of each bundle, and most of a start would be spent on reading it.
 */
export function validationErrors(schema: Schema, top: Schema, value: unknown): readonly ValidationError[] {
  const errors: ValidationError[] = [];
  check(schema, top, { value }, errors);
  return errors;
}

function check(unresolved: Schema, top: Schema, place: Place, errors: ValidationError[]): void {
  const schema = dereference(unresolved, top);
  if (schema.variants) return;
  const before = errors.length;
  checkDeclared(schema, top, place, errors);
  if (errors.length === before || schema.alsoText === undefined) return;
  if (isTextForm(schema.alsoText, place.value)) errors.length = before;
  else errors.push({ instancePath: pointerOf(place) });
}

/** Checks a value against all of a schema but `alsoText`. */
function checkDeclared(schema: Schema, top: Schema, place: Place, errors: ValidationError[]): void {
  const { value } = place;
  if (!hasType(schema, value) || !isListed(schema, value) || !isWithinLimits(schema, value))
    errors.push({ instancePath: pointerOf(place) });
  if (Array.isArray(value)) {
    if (schema.items)
      for (const [step, item] of value.entries())
        check(schema.items, top, { value: item, step, parent: place }, errors);
  } else if (isObject(value)) checkFields(schema, top, place, value, errors);
}

function checkFields(schema: Schema, top: Schema, place: Place, value: Fields, errors: ValidationError[]): void {
  for (const missingKey of schema.required ?? [])
    if (value[missingKey] === undefined) errors.push({ instancePath: pointerOf(place), missingKey });
  const { properties, additionalProperties } = schema;
  const patterns = patternsOf(schema);
  if (!properties && !additionalProperties && patterns.length === 0) return;
  for (const step of Object.keys(value)) {
    const inner: Place = { value: value[step], step, parent: place };
    const named = properties && Object.hasOwn(properties, step) ? properties[step] : undefined;
    if (named) check(named, top, inner, errors);
    let isKnown = named !== undefined;
    for (const [pattern, matched] of patterns) {
      if (!pattern.test(step)) continue;
      isKnown = true;
      check(matched, top, inner, errors);
    }
    if (!isKnown && additionalProperties) check(additionalProperties, top, inner, errors);
  }
}

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const isOf: Readonly<Record<JsonType, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: isNumber,
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
};

function hasType({ type }: Schema, value: unknown): boolean {
  if (type === undefined) return true;
  return typeof type === 'string' ? isOf[type](value) : type.some((each) => isOf[each](value));
}

const isListed = ({ enum: listed }: Schema, value: unknown): boolean =>
  listed === undefined || listed.includes(value as Primitive);

/** Whether a value keeps the limits of its own type: the length and form of a string, the range of a number, the items of a list. */
function isWithinLimits(schema: Schema, value: unknown): boolean {
  if (typeof value === 'string') return hasLength(schema, value) && patternOf(schema)?.test(value) !== false;
  if (isNumber(value)) {
    const { minimum, maximum, exclusiveMinimum } = schema;
    return (
      value >= (minimum ?? Number.NEGATIVE_INFINITY) &&
      value <= (maximum ?? Number.POSITIVE_INFINITY) &&
      value > (exclusiveMinimum ?? Number.NEGATIVE_INFINITY)
    );
  }
  return !Array.isArray(value) || value.length >= (schema.minItems ?? 0);
}

/** Whether a string is as long as a schema wants, in code points. */
function hasLength({ minLength, maxLength }: Schema, text: string): boolean {
  if (minLength === undefined && maxLength === undefined) return true;
  const { length } = [...text];
  return length >= (minLength ?? 0) && length <= (maxLength ?? Number.POSITIVE_INFINITY);
}

const isTextForm = (form: keyof typeof textForms, value: unknown): boolean =>
  typeof value === 'string' ? textForms[form].test(value) : form === 'boolean' && (value === 0 || value === 1);

const patternOf: (schema: Schema) => RegExp | undefined = derived(({ pattern }) =>
  pattern === undefined ? undefined : new RegExp(pattern, 'u'),
);

const patternsOf: (schema: Schema) => readonly (readonly [RegExp, Schema])[] = derived(({ patternProperties }) =>
  Object.entries(patternProperties ?? {}).map(([source, inner]) => [new RegExp(source, 'u'), inner] as const),
);

/** Returns the JSON pointer of a place. */
function pointerOf({ step, parent }: Place): string {
  if (step === undefined || !parent) return '';
  return `${pointerOf(parent)}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
