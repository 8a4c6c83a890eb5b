import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kinds } from '../../server/core/kinds/index.ts';
import type { DocumentKind } from '../../server/core/model.ts';
import { type Case, comparison } from '../support/manifestAgreement.ts';
import { random } from '../support/property.ts';
import { dates, versions } from '../support/randomEntries.ts';
import { manifests } from '../support/randomManifests.ts';
import { hosts } from '../support/randomServers.ts';

const cases: fc.Arbitrary<Case> = fc.record({ manifest: manifests, hosts, minimumVersion: versions, date: dates });

/** As many runs find each fault that is planted below. */
const runs = 700;

const disagreement = comparison();

test('rules, effective set and surfaces agree on which manifests Claude Code refuses', (t) => {
  const { failed, counterexample } = fc.check(
    fc.property(cases, (each) => disagreement(each) === undefined),
    random(t, runs, 10_000),
  );
  const [first] = counterexample ?? [];
  assert.ok(!failed, first && disagreement(first));
});

const without = (kindId: string, id: string) =>
  kinds.map((kind) => (kind.id === 'plugin' ? { ...kind, ...withoutRule(kind, kindId, id) } : kind));
const withoutRule = (kind: DocumentKind, kindId: string, id: string): Partial<DocumentKind> => {
  const silenced = (of: DocumentKind): DocumentKind => ({ ...of, rules: of.rules.filter((rule) => rule.id !== id) });
  if (kindId === kind.id) return { rules: silenced(kind).rules };
  return {
    embedded: (document) =>
      (kind.embedded?.(document) ?? []).map((content) => ({ ...content, kind: silenced(content.kind) })),
  };
};
const withoutKey = (each: Case, key: string): Case => {
  const { manifest } = each;
  if (typeof manifest !== 'object' || manifest === null || Array.isArray(manifest)) return each;
  return { ...each, manifest: { ...manifest, [key]: undefined } };
};

/** Without one of these rules, or if the effective tool set ignores a key, some case must fail. */
const broken: Readonly<Record<string, (each: Case) => string | undefined>> = {
  ...Object.fromEntries(
    [
      ['plugin', 'plugin/path-without-dot-slash'],
      ['plugin', 'plugin/option-choices'],
      ['plugin', 'plugin/dependency-form'],
      ['mcp', 'mcp/url-without-type'],
      ['lsp', 'lsp/arguments-in-command'],
      ['monitors', 'monitors/same-name'],
    ].map(([of = '', id = '']) => [`rules without ${id}`, comparison(without(of, id))]),
  ),
  ...Object.fromEntries(
    ['mcpServers', 'userConfig', 'skills'].map((key) => [
      `an effective set blind to ${key}`,
      (each: Case) => disagreement(each, withoutKey(each, key)),
    ]),
  ),
};

for (const [what, run] of Object.entries(broken)) {
  test(`the two sides disagree when one is broken on purpose: ${what}`, (t) => {
    const { failed } = fc.check(
      fc.property(cases, (each) => run(each) === undefined),
      { ...random(t, runs, 3_000), endOnFailure: true },
    );
    assert.ok(failed, 'nothing was found');
  });
}
