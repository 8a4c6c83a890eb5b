import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { type PolicyEntry, type PolicyFormat, policyFormats } from '../../server/core/policy/convert/policyFormat.ts';
import { readPolicy } from '../../server/core/policy/convert/readPolicy.ts';
import { writePolicy } from '../../server/core/policy/convert/writePolicy.ts';
import { policySyntax } from '../../server/core/policy/policySyntax.ts';
import { asJson, policies } from '../support/policies.ts';
import { random, runsOf } from '../support/property.ts';

const options = {};

const read = (text: string): readonly PolicyEntry[] => readPolicy(policySyntax.parse(text)).entries;

/** Converts each policy to one format and from there to another; the pairs change from run to run. */
function roundTrips(t: TestContext, write: typeof writePolicy, numRuns: number): number {
  let done = 0;
  let pair = 0;
  const pairs = policyFormats.flatMap((from) => policyFormats.map((to) => [from, to] as const));
  fc.assert(
    fc.property(policies, (generated) => {
      const entries = read(asJson(generated));
      const [from, to] = pairs[pair++ % pairs.length] ?? (['json', 'json'] as const);
      const first = write(entries, from, options);
      const between = policySyntax.parse(first.text);
      assert.deepEqual(
        between.problems.filter(({ kind }) => kind !== 'broken-value'),
        [],
        first.text,
      );
      const second = write(readPolicy(between).entries, to, options);
      assert.deepEqual(read(second.text), entries);
      assert.equal(write(entries, from, options).text, first.text, 'the same policy gives the same text');
      done++;
    }),
    { ...random(t, numRuns), endOnFailure: true },
  );
  return done;
}

test('every pair of formats keeps every value', (t) => {
  console.log(
    `  ${roundTrips(t, writePolicy, runsOf(2_000, 10_000))} policies through ${policyFormats.length ** 2} pairs of formats`,
  );
});

/** Codecs that each omit one thing: the test must detect them. */
const careless: Readonly<Record<string, (text: string, to: PolicyFormat) => string>> = {
  'an ampersand that is not escaped': (text, to) =>
    to === 'mobileconfig' || to === 'plist' ? text.replaceAll('&amp;', '&') : text,
  'a quote that is not escaped': (text, to) => (to === 'reg' ? text.replaceAll('\\"', '"') : text),
  'a number that is rounded': (text, to) => (to === 'json' ? text.replace(/(\d{3,})/, '$10') : text),
  'a carriage return that is lost': (text) => text.replaceAll('&#13;', ''),
};
for (const [title, spoil] of Object.entries(careless)) {
  test(`a broken codec is found: ${title}`, (t) => {
    assert.throws(() =>
      roundTrips(
        t,
        (entries, to, of) => {
          const written = writePolicy(entries, to, of);
          return { ...written, text: spoil(written.text, to) };
        },
        2000,
      ),
    );
  });
}
