import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import policyKind from '../../server/core/kinds/policy/index.ts';
import { type Case, disagreement, otherWords } from '../support/entryAgreement.ts';
import { random } from '../support/property.ts';
import { dates, entries, versions } from '../support/randomEntries.ts';

const cases: fc.Arbitrary<Case> = fc.record({
  entries,
  minimumVersion: versions,
  date: dates,
  isFromBootstrap: fc.boolean(),
});

/** As many runs find each fault that is planted below. */
const runs = 500;

test('the rules and the effective set agree on which managed entries the app keeps', (t) => {
  // Three entries per list on average, so more than 10,000 in the long run.
  let count = 0;
  const { failed, counterexample } = fc.check(
    fc.property(cases, (each) => {
      count += each.entries.length;
      return disagreement(each) === undefined;
    }),
    random(t, runs, 3_500),
  );
  const [first] = counterexample ?? [];
  assert.ok(!failed, first && disagreement(first));
  console.log(`agreement: ${count} entries`);
});

test('the effective set says why an entry is dropped in the words of a finding', (t) => {
  const { counterexample } = fc.check(
    fc.property(cases, (each) => otherWords(each) === undefined),
    random(t, runs, 2_000),
  );
  const [first] = counterexample ?? [];
  assert.equal(first && otherWords(first), undefined);
});

/** Without one of these rules, or with a mistake in the effective tool set, some case must fail. */
const broken: Readonly<Record<string, (each: Case) => string | undefined>> = {
  ...Object.fromEntries(
    ['tool-policy-value', 'oauth-tenant', 'scope-form', 'schema-less', 'duplicate-server-name'].map((name) => {
      const kind =
        name === 'schema-less'
          ? { ...policyKind, schema: {} }
          : { ...policyKind, rules: policyKind.rules.filter(({ id }) => id !== `policy/${name}`) };
      return [`rules without ${name}`, (each: Case) => disagreement(each, kind)];
    }),
  ),
  'an effective set before the cut-off': (each) => disagreement(each, policyKind, { ...each, date: '2026-09-01' }),
  'an effective set of an older app': (each) =>
    disagreement(each, policyKind, { ...each, minimumVersion: '1.14271.0' }),
};

for (const [what, run] of Object.entries(broken)) {
  test(`the two sides disagree when one is broken on purpose: ${what}`, (t) => {
    const { failed } = fc.check(
      fc.property(cases, (each) => run(each) === undefined),
      { ...random(t, runs, 2_000), endOnFailure: true },
    );
    assert.ok(failed, 'nothing was found');
  });
}
