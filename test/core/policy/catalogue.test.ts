import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { canBePolicy } from '../../../client/policyTexts.ts';
import { isPolicy } from '../../../server/core/kinds/policy/recognise.ts';
import { catalogue, distinctiveNames, knownNames, policyKeys } from '../../../server/core/policy/catalogue.ts';
import { appBehaviourOnly, defaultOf, isStructured, notFromBootstrap } from '../../../server/core/policy/keyFlags.ts';
import { strictnessOf } from '../../../server/core/policy/profiles/strictness.ts';
import { newestVersion } from '../../../server/core/policy/releases.ts';
import { lintFiles } from '../../support/lint.ts';
import { root } from '../../support/root.ts';

const named = [...catalogue.keys, ...catalogue.otherKeys];

test('what the catalogue says of a key in two places is one thing', () => {
  for (const { key, order, default: usual, restricts, failClosed, type } of catalogue.keys) {
    if (order?.kind !== 'boolean') continue;
    assert.equal(type, 'boolean', key);
    if (usual !== undefined && order.unset !== 'conditional') assert.equal(order.unset, usual, `${key}: unset`);
    if (typeof restricts === 'boolean') assert.equal(restricts, !order.looser, `${key}: restricts`);
    // An unreadable value activates the restriction, never the looser side.
    if (failClosed !== undefined) assert.equal(failClosed, !order.looser, `${key}: failClosed`);
  }
});

test('a flag stands where it can mean something', () => {
  for (const key of catalogue.keys) {
    if (key.allOrNothing) assert.match(key.type, /\[\]/, key.key);
    if (key.strictNumber) assert.equal(key.type, 'integer', key.key);
    if (key.failClosed !== undefined) assert.equal(key.type, 'boolean', key.key);
    if (key.availability) assert.ok(key.notFromBootstrap, key.key);
    if (key.strictness) assert.ok(strictnessOf(key.key), `${key.key}: nothing says how its values compare`);
    const others = [...(key.requires ?? []), ...(key.strictness?.moot ? [key.strictness.moot] : [])];
    for (const { key: other } of others)
      assert.ok(
        policyKeys.has(other.split('.')[0] ?? ''),
        `${key.key} names \`${other}\`, which the catalogue does not have`,
      );
  }
  assert.equal(new Set(named.map(({ key }) => key)).size, named.length, 'a name stands twice');
});

test('a field of the catalogue is one of those that are documented', () => {
  const files = ['server/core/policy/catalogue.ts', 'server/core/policy/valueOrder.ts'];
  const texts = files.map((file) => fs.readFileSync(path.join(root, file), 'utf8'));
  const fields = new Set([...texts.join('\n').matchAll(/readonly (\w+)\??:/g)].map(([, field]) => field));
  const unknown = named.flatMap((key) =>
    Object.keys(key).flatMap((field) => (fields.has(field) ? [] : `${key.key}: ${field}`)),
  );
  assert.deepEqual(unknown, [], `nothing reads these: ${files.join(' and ')} name the fields`);
});

test('what is said of parts is said of a list or an object', () => {
  for (const { key, parts = {} } of named) {
    for (const path of Object.keys(parts)) assert.match(path, /^(\[\]|\.)/, `${key}: ${path}`);
    if (Object.keys(parts).length > 0) assert.ok(isStructured(key), key);
  }
});

test('a default is that of the app, not of the newest one', () => {
  assert.equal(defaultOf('isDesktopExtensionEnabled', '1.19367.0'), false);
  assert.equal(defaultOf('isDesktopExtensionEnabled', '1.19366.9'), true);
  assert.equal(defaultOf('chatTabEnabled', newestVersion), false);
  assert.deepEqual(defaultOf('disabledBuiltinTools', newestVersion), []);
  assert.equal(defaultOf('allowedWorkspaceFolders', newestVersion), undefined);
});

test('the client wakes the server for every name that makes a file a policy', () => {
  assert.ok(distinctiveNames.length > 150);
  for (const name of knownNames) {
    const texts = {
      json: `{ "${name}": true }`,
      xml: `<plist><dict><key>${name}</key><true/></dict></plist>`,
      reg: `REGEDIT4\r\n"${name}"="true"\r\n`,
    };
    for (const [language, text] of Object.entries(texts)) {
      const wakes = canBePolicy(language, text);
      assert.equal(wakes, distinctiveNames.includes(name), `${name} in ${language}`);
      if (language === 'json') assert.equal(wakes, isPolicy(text), name);
    }
  }
});

test('rules and the effective tool set take the flags of names without a page from one place', () => {
  const said = (policy: object) =>
    lintFiles({ 'policy.json': JSON.stringify(policy) })
      .map(({ rule }) => rule)
      .filter((rule) => /bootstrap/.test(rule));
  const response = { expiresAt: 1798761600, chatTabEnabled: false };
  for (const key of notFromBootstrap)
    assert.ok(said({ ...response, [key]: 'x' }).includes('policy/not-in-bootstrap-response'), key);
  for (const key of appBehaviourOnly)
    assert.ok(said({ trustBootstrapDelivery: true, [key]: 'x' }).includes('policy/only-bootstrap-trust'), key);
  assert.ok(notFromBootstrap.has('forceLoginOrgUUID') && appBehaviourOnly.has('disableWslSessions'));
});
