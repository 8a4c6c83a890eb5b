import fc from 'fast-check';
import { catalogue, type PolicyKey } from '../../server/core/policy/catalogue.ts';
import type { Json, PolicyEntry } from '../../server/core/policy/convert/policyFormat.ts';
import { constantByName } from './property.ts';

/** Strings with everything that some format escapes. */
export const awkward: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'plain',
    '"quoted"',
    'C:\\Program Files\\Claude\\',
    'a & b < c > d',
    ']]>',
    '&amp;&#10;',
    'two\nlines',
    'two\r\nlines',
    '\ttab ',
    ' blanks ',
    '{',
    '[1,',
    '{{placeholder}}',
    'true',
    '0',
    '😀 ä \u2028\u2029\u0085',
    '%PATH%',
    '$HOME',
    '; no comment',
    '<!-- no comment -->',
    '\\"',
    'x'.repeat(5000),
  ),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
);

/** Strings inside JSON may contain anything, since JSON escapes it. */
const innerText = fc.oneof(awkward, fc.constant('\ufffe\uffff'), fc.string({ unit: 'binary', maxLength: 8 }));

const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    innerText,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).json;

/** A key of the catalogue, independent of its order and size. */
const anyKey = constantByName(catalogue.keys, ({ key }) => key);

function valueOfKey({ type, enum: values }: PolicyKey): fc.Arbitrary<Json> {
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer();
  if (type === 'number') return fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
  if (values && !type.includes('[]') && !type.includes('object')) return fc.constantFrom(...values);
  if (type === 'string[]') return fc.array(innerText, { maxLength: 4 });
  if (/\[\]/.test(type)) return fc.array(json, { maxLength: 3 });
  if (/object/.test(type))
    return fc.dictionary(
      innerText.filter((text) => text !== ''),
      json,
      { maxKeys: 4, noNullPrototype: true },
    );
  return awkward;
}

/** A value that is invalid for its key, or a value of an unknown key: it must be kept as it is. */
const stray: fc.Arbitrary<PolicyEntry> = fc.oneof(
  fc.record({
    key: anyKey.map(({ key }) => key),
    value: fc.constantFrom<Json>('perhaps', '', '[broken', 'not < json & "so"'),
  }),
  fc.record({
    key: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 8 }).map((name) => `x${name}`),
    value: fc.oneof<fc.Arbitrary<Json>[]>(
      awkward,
      fc.boolean(),
      fc.integer(),
      fc.array(fc.integer(), { maxLength: 2 }),
    ),
  }),
);

const known: fc.Arbitrary<PolicyEntry> = anyKey.chain((key) =>
  valueOfKey(key).map((value) => ({ key: key.key, value })),
);

/** Policies of up to ten keys; no two keys differ only in case. */
export const policies: fc.Arbitrary<readonly PolicyEntry[]> = fc.uniqueArray(
  fc.oneof({ arbitrary: known, weight: 8 }, { arbitrary: stray, weight: 1 }),
  { maxLength: 10, selector: ({ key }) => key.toLowerCase() },
);

/** Returns the same policy as JSON. */
export const asJson = (entries: readonly PolicyEntry[]): string =>
  `{\n${entries.map(({ key, value }) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(',\n')}\n}`;
