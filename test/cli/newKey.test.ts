import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { before, test } from 'node:test';
import type { PolicyKey } from '../../server/core/policy/catalogue.ts';
import { newestVersion } from '../../server/core/policy/releases.ts';
import { root } from '../support/root.ts';
import type { Checked } from './support.ts';

/** A key that the next release of the app might introduce: one entry of the catalogue, and nothing else. */
const invented: PolicyKey = {
  key: 'inventedKey',
  title: 'Invented choice',
  group: 'Inventions',
  type: 'enum',
  description: 'Chooses a colour that nobody has seen.',
  enum: ['ultraviolet', 'infrared'],
  default: 'infrared',
  since: '9.0.0',
  certainty: 'documented',
};
const nextVersion = '9.1.0';

/** The project with a catalogue of the next release. */
const copy = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'plugboard-next-'));
const run = (script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [path.join(copy, script), ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH, HOME: '/nonexistent', ...env },
  });

before(() => {
  const isSource = (file: string): boolean => path.basename(file) !== 'generated';
  for (const name of ['server', 'client', 'scripts', 'test/support', 'test/wire', 'package.json', 'tsconfig.json'])
    fs.cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: isSource });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  const file = path.join(copy, 'server/core/policy/catalogue.json');
  const catalogue = JSON.parse(fs.readFileSync(file, 'utf8'));
  const keys = [invented, ...catalogue.keys];
  fs.writeFileSync(file, JSON.stringify({ ...catalogue, newestVersion: nextVersion, keys }));
  const built = run('scripts/build.mjs');
  assert.equal(built.status, 0, built.stderr);
});
test.after(() => fs.rmSync(copy, { recursive: true, force: true }));

function check(policy: object, ...args: readonly string[]): string[] {
  fs.writeFileSync(path.join(copy, 'policy.json'), JSON.stringify({ inferenceProvider: 'anthropic', ...policy }));
  const { stdout } = run('dist/cli.js', ['check', 'policy.json', '--format', 'json', ...args]);
  return (JSON.parse(stdout) as Checked).problems.map(({ rule, message }) => `${rule}: ${message}`);
}

test('a new release is a change of the catalogue alone: the default of --target-version follows', () => {
  const { stdout } = run('dist/cli.js', ['check', '--help']);
  assert.ok(stdout.includes(`(default: ${nextVersion})`), stdout);
  assert.ok(!stdout.includes(newestVersion), stdout);
});

test('a new key is one entry of the catalogue: the schema and the rules about names and versions know it', () => {
  assert.deepEqual(check({ inventedKey: 'infrared' }), []);
  const [wrong = '', ...others] = check({ inventedKey: 'green' });
  assert.match(wrong, /^policy\/schema: .*`ultraviolet`.*`infrared`/);
  assert.deepEqual(others, []);
  assert.match(check({ inventedKye: 'infrared' }).join(), /^policy\/unknown-key: .*`inventedKey`/);
  assert.match(
    check({ inventedKey: 'infrared' }, '--target-version', '8.0.0').join(),
    /^policy\/newer-than-fleet: `inventedKey` .*9\.0\.0/,
  );
});

test('a new key is one entry of the catalogue: it is written in every format and read back', () => {
  const policy = { inferenceProvider: 'anthropic', inventedKey: 'ultraviolet' };
  fs.writeFileSync(path.join(copy, 'before.json'), JSON.stringify(policy));
  for (const format of ['plist', 'mobileconfig', 'reg', 'linux', 'json']) {
    const file = `after.${format}`;
    const written = run('dist/cli.js', ['convert', 'before.json', '--to', format, '--output', file]);
    assert.equal(written.status, 0, written.stderr);
    const { stdout, stderr } = run('dist/cli.js', ['convert', file, '--to', 'json']);
    assert.deepEqual(JSON.parse(stdout), policy, `${format}: ${stderr}`);
  }
});

test('a new key is one entry of the catalogue: completion, hover and the table of keys have it, in every format', () => {
  const { stdout } = run('scripts/ring.mjs', ['wire', 'keyTable'], { KEY: invented.key });
  assert.match(stdout, /wire: 1 passed, 0 failed/);
  assert.match(stdout, /^## Inventions$/m);
  assert.match(stdout, /^\| `inventedKey` \| `enum` \| 9\.0\.0 \| ✓ \| ✓ \| ✓ \| ✓ \| .*newer-than-fleet/m);
});

test('a new key is one entry of the catalogue: the client starts the server for it', () => {
  const names = JSON.parse(fs.readFileSync(path.join(copy, 'client/generated/policyNames.json'), 'utf8'));
  assert.ok(names.includes(invented.key));
});
