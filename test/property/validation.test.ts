import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { derived } from '../../server/core/base/derived.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { dereference } from '../../server/core/schema/at.ts';
import { islands } from '../../server/core/schema/islands.ts';
import type { JsonType, Schema } from '../../server/core/schema/schema.ts';
import { type ValidationError, validationErrors } from '../../server/core/schema/validate.ts';
import { foreignValidator } from '../support/jsonSchema.ts';
import { constantByName, random } from '../support/property.ts';

const validated = kinds.flatMap(({ id, schema: top }) =>
  [...islands(top)].map((schema, index) => ({ name: `${id}#${index}`, schema, top })),
);
const foreignOf = derived(({ schema, top }: (typeof validated)[number]) => foreignValidator(schema, top));

const texts = [
  '',
  'a',
  'ü😀',
  'true',
  ' 0 ',
  '1',
  '0x1F',
  '-7',
  '1.5',
  '[',
  '{"a": 1}',
  'https://a.example.com',
  '1.2.3',
];
const numbers = [0, 1, -1, 0.5, 60, 65_536, 1e9, 1e300, Number.POSITIVE_INFINITY];
const scalar = fc.constantFrom<unknown>(...texts, ...numbers, true, false, null);
const anything = fc.oneof(scalar, fc.constantFrom<unknown>([], {}, [[]], { a: {} }, [null], { 'a/b~c': [1] }));

/** Generates values for a schema: mostly of the declared type, with and without keys that it names, and some of anything. */
function valueFor(unresolved: Schema, top: Schema, depth: number): fc.Arbitrary<unknown> {
  const schema = dereference(unresolved, top);
  if (schema.variants || depth > 4) return anything;
  const declared = schema.type === undefined ? [] : [schema.type].flat();
  const ofType: Readonly<Record<JsonType, () => fc.Arbitrary<unknown>>> = {
    object: () => objectOf(schema, top, depth),
    array: () => fc.array(schema.items ? valueFor(schema.items, top, depth + 1) : anything, { maxLength: 3 }),
    string: () => textOf(schema),
    number: () => fc.constantFrom(...numbers),
    integer: () => fc.constantFrom(...numbers),
    boolean: () => fc.boolean(),
    null: () => fc.constant(null),
  };
  const typed = declared.map((type) => ({ arbitrary: ofType[type](), weight: 8 }));
  return fc.oneof(...typed, { arbitrary: anything, weight: 1 }, { arbitrary: scalar, weight: schema.alsoText ? 8 : 1 });
}

/** Generates strings that match a pattern; for one that looks ahead, any text. */
const matching = (pattern: string): fc.Arbitrary<string> =>
  pattern.includes('(?') ? fc.constantFrom(...texts) : fc.stringMatching(new RegExp(pattern, 'u'));

const textOf = ({ pattern, enum: listed, minLength = 0, maxLength = 0 }: Schema): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom(...texts),
    fc.constantFrom('x'.repeat(minLength), '😀'.repeat(maxLength), 'x'.repeat(maxLength + 1)),
    ...(pattern === undefined ? [] : [matching(pattern)]),
    ...(listed ? [fc.constantFrom(...listed)] : []),
  );

function objectOf(schema: Schema, top: Schema, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const named = Object.entries(properties).map(([key, inner]) => [fc.constant(key), inner] as const);
  const matched = Object.entries(patternProperties).map(([pattern, inner]) => [matching(pattern), inner] as const);
  const other = [[fc.constantFrom('a', 'a/b~c', 'constructor', '__proto__', ''), additionalProperties ?? {}] as const];
  const entry = fc
    .constantFrom(...named, ...matched, ...other)
    .chain(([key, inner]) => fc.tuple(key, valueFor(inner, top, depth + 1)));
  const required = fc.tuple(
    ...(schema.required ?? []).map((key) =>
      valueFor(properties[key] ?? {}, top, depth + 1).map((value) => [key, value] as const),
    ),
  );
  return fc
    .tuple(fc.array(entry, { maxLength: 5 }), fc.option(required, { nil: [] }))
    .map(([some, all]) => Object.fromEntries([...all, ...some]));
}

const wordsOf = (errors: readonly ValidationError[]): string[] =>
  [...new Set(errors.map(({ instancePath, missingKey }) => JSON.stringify([instancePath, missingKey])))].sort();

test('validation finds the same wrong values and missing keys as a validator of JSON Schema', (t) => {
  let wrong = 0;
  let right = 0;
  fc.assert(
    fc.property(
      constantByName(validated, ({ name }) => name).chain((part) =>
        valueFor(part.schema, part.top, 0).map((value) => ({ part, value })),
      ),
      ({ part, value }) => {
        const found = wordsOf(validationErrors(part.schema, part.top, value));
        assert.deepEqual(found, wordsOf(foreignOf(part)(value)), part.name);
        if (found.length > 0) wrong++;
        else right++;
      },
    ),
    random(t, 3_000, 100_000),
  );
  assert.ok(wrong > 500 && right > 500, `${wrong} wrong, ${right} right`);
});
