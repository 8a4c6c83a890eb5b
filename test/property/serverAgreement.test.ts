import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kinds } from '../../server/core/kinds/index.ts';
import { random } from '../support/property.ts';
import { dates, versions } from '../support/randomEntries.ts';
import { hosts, isWrapped, servers } from '../support/randomServers.ts';
import { type Case, disagreement } from '../support/serverAgreement.ts';

const cases: fc.Arbitrary<Case> = fc.record({ servers, isWrapped, hosts, minimumVersion: versions, date: dates });

/** As many runs find each fault that is planted below. */
const runs = 600;

test('the rules and the effective set agree on which servers of a plugin are read', (t) => {
  let count = 0;
  const { failed, counterexample } = fc.check(
    fc.property(cases, (each) => {
      count += Object.keys(each.servers).length;
      return disagreement(each) === undefined;
    }),
    random(t, runs, 4_500),
  );
  const [first] = counterexample ?? [];
  assert.ok(!failed, first && disagreement(first));
  console.log(`agreement: ${count} servers`);
});

const without = (id: string) =>
  kinds.map((kind) => (kind.id === 'mcp' ? { ...kind, rules: kind.rules.filter((rule) => rule.id !== id) } : kind));
const schemaLess = kinds.map((kind) => (kind.id === 'mcp' ? { ...kind, schema: {} } : kind));
/** Returns the same servers as seen by a reader that ignores `key`. */
const blindTo = (key: string, each: Case): Case => {
  const blind = (entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? { ...entry, [key]: undefined } : entry;
  return { ...each, servers: Object.fromEntries(Object.entries(each.servers).map(([name, e]) => [name, blind(e)])) };
};

/** Without one of these rules, or if the effective tool set ignores a key, some case must fail. */
const broken: Readonly<Record<string, (each: Case) => string | undefined>> = {
  ...Object.fromEntries(
    [
      'url-without-type',
      'transport-instead-of-type',
      'kind-not-in-cowork',
      'oauth-boolean',
      'user-config',
      'nothing-to-reach',
    ].map((name) => [`rules without ${name}`, (each: Case) => disagreement(each, without(`mcp/${name}`))]),
  ),
  'rules without a schema': (each) => disagreement(each, schemaLess),
  ...Object.fromEntries(
    ['type', 'command', 'oauth'].map((key) => [
      `an effective set blind to ${key}`,
      (each: Case) => disagreement(each, kinds, blindTo(key, each)),
    ]),
  ),
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
