import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { kinds } from '../../server/core/kinds/index.ts';
import { rulesById, rulesOf } from '../../server/core/lint/builtinRules.ts';
import { impacts } from '../../server/core/ruleMetadata.ts';
import { sources } from '../../server/core/ruleSources.ts';
import { root } from '../support/root.ts';
import { follows, isCertainHarm } from '../support/rule.ts';

const rules = kinds.flatMap(rulesOf);

test('the severity of a rule follows its certainty and its impact', () => {
  const wrong = rules.filter((rule) => !follows(rule.severity, rule));
  assert.deepEqual(
    wrong.map(({ id, severity, certainty, impact }) => `${id}: ${severity}, but ${certainty} and ${impact}`),
    [],
    'more than a hint needs a document, a validator or a standard, and an impact other than `style`',
  );
});

test('a lost restriction or an exposed secret is more than a hint where it is certain', () => {
  const grave = rules.filter(({ impact }) => impact === 'restriction-lost' || impact === 'secret-exposed');
  assert.deepEqual(
    grave.filter((rule) => isCertainHarm(rule) && rule.severity === 'hint').map(({ id }) => id),
    [],
  );
});

test('a source of its own certainty stands behind each rule', () => {
  const unfounded = rules.filter(
    ({ source, certainty }) => certainty !== 'reading' && !source.some((id) => sources[id].certainty === certainty),
  );
  assert.deepEqual(
    unfounded.map(({ id, source, certainty }) => `${id}: ${certainty} by ${source.join(', ')}`),
    [],
  );
  assert.deepEqual(
    rules.filter(({ source }) => source.length === 0).map(({ id }) => id),
    [],
  );
});

test('every source and every impact is used', () => {
  const used = new Set<string>(rules.flatMap(({ source, impact }) => [...source, impact]));
  assert.deepEqual(
    [...Object.keys(sources), ...Object.keys(impacts)].filter((id) => !used.has(id)),
    [],
  );
});

test('what is deprecated or unnecessary says so', () => {
  const tagged = (tag: string) => rules.filter(({ tags }) => tags?.some((each) => each === tag)).map(({ id }) => id);
  const named = (name: RegExp) => rules.filter(({ id }) => name.test(id)).map(({ id }) => id);
  const isIn = (ids: readonly string[], tag: string) =>
    assert.deepEqual(
      ids.filter((id) => !tagged(tag).includes(id)),
      [],
    );
  isIn(named(/deprecated|\/(old|renamed|removed|retired)-/), 'deprecated');
  isIn(named(/\/unused-|-unused$/), 'unnecessary');
});

test('the example of a level in the settings names a rule', () => {
  const { contributes } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { markdownDescription } = Object.assign(
    {},
    ...[contributes.configuration].flat().map(({ properties }) => properties),
  )['plugboard.rules'];
  const [, id = ''] = /`\{ "([^"]+)": "off" \}`/.exec(markdownDescription) ?? [];
  assert.ok(rulesById(kinds).has(id), `the example names \`${id}\``);
});

test('a rule limits its severity by hosts only where it names some', () => {
  const pointless = rules.filter(({ hosts, elsewhere, mixed, alone }) => !hosts && (elsewhere || mixed || alone));
  assert.deepEqual(
    pointless.map(({ id }) => id),
    [],
  );
});

test('only the linter decides by hosts', () => {
  const folder = path.join(root, 'server/core');
  const asking = fs
    .readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts') && !name.includes('generated'))
    .filter((name) =>
      /\bhosts\??\.(includes|some|every|indexOf)\(/.test(fs.readFileSync(path.join(folder, name), 'utf8')),
    );
  assert.deepEqual(
    asking.map((name) => name.replaceAll('\\', '/')),
    // The effective tool set notes what Claude Code drops if Claude Code is evaluated; the others mean names of computers.
    ['effective/plugins.ts', 'expectations/judgeServers.ts', 'lint/severity.ts', 'policy/hostPatterns.ts'],
  );
});
