import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { check, folderOf, plugboard } from './support.ts';

const loose =
  '{ "inferenceProvider": "anthropic", "isLocalDevMcpEnabled": true, "otlpEndpoint": "https://a:b1secret@otel.example" }\n';

test('profile lists profiles and providers', (t) => {
  const folder = folderOf(t, {});
  const { code, out } = plugboard(folder, 'profile');
  assert.equal(code, 0);
  for (const name of ['standard', 'restricted', 'locked-down', 'gateway', 'foundry'])
    assert.match(out, new RegExp(`^  ${name} `, 'm'));
  const listed = JSON.parse(plugboard(folder, 'profile', '--format', 'json').out);
  assert.deepEqual(
    listed.profiles.map(({ id }: { id: string }) => id),
    ['standard', 'restricted', 'locked-down'],
  );
  assert.equal(listed.providers.length, 6);
});

test('a starting point is printed, and what must be filled in is said beside it', (t) => {
  const { code, out, err } = plugboard(folderOf(t, {}), 'profile', 'restricted', '--provider', 'vertex');
  assert.equal(code, 0);
  const policy = JSON.parse(out);
  assert.equal(policy.inferenceProvider, 'vertex');
  assert.equal(policy.isLocalDevMcpEnabled, false);
  assert.match(err, /^plugboard: to fill in: inferenceVertexProjectId, .*otlpEndpoint\n$/);
  const bare = JSON.parse(plugboard(folderOf(t, {}), 'profile', 'locked-down').out);
  assert.equal('inferenceProvider' in bare, false);
});

test('a starting point is written as its format stands on a disk, and check finds nothing in it', (t) => {
  const folder = folderOf(t, {});
  for (const to of ['json', 'mobileconfig', 'plist', 'reg'] as const) {
    const file = `policy.${to}`;
    const ran = plugboard(folder, 'profile', 'locked-down', '--provider', 'foundry', '--to', to, '--output', file);
    assert.deepEqual([ran.code, ran.out], [0, '']);
    const { documents, problems } = check(folder, file);
    assert.equal(documents, 1, file);
    assert.deepEqual(problems, [], file);
  }
  const bytes = fs.readFileSync(path.join(folder, 'policy.reg'));
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
  assert.match(bytes.toString('utf16le', 2), /^Windows Registry Editor Version 5\.00\r\n/);
  const again = plugboard(folder, 'profile', 'standard', '--to', 'reg', '--output', 'policy.reg');
  assert.equal(again.code, 2);
  assert.match(again.err, /policy\.reg already exists; --force replaces it/);
});

test('a comparison says what is looser first, and fails only when asked', (t) => {
  const folder = folderOf(t, { 'p.json': loose });
  const { code, out, err } = plugboard(folder, 'profile', 'restricted', '--compare', 'p.json');
  assert.deepEqual([code, err], [0, '']);
  assert.match(
    out,
    /^p\.json and Restricted .*\n\n {2}looser +isLocalDevMcpEnabled +true {2}\(Restricted: false\) {2}p\.json:1:37\n +People can add/,
  );
  assert.match(out, /\n1 looser, \d missing, .*\d met\.\n$/);
  assert.doesNotMatch(out, /b1secret/);
  assert.equal(plugboard(folder, 'profile', 'restricted', '--compare', 'p.json', '--fail-on', 'looser').code, 1);
});

test('a comparison as JSON and as Markdown', (t) => {
  const folder = folderOf(t, { 'p.json': loose });
  const as = (format: string) => plugboard(folder, 'profile', 'restricted', '--compare', 'p.json', '--format', format);
  const { file, profile, differences } = JSON.parse(as('json').out);
  assert.deepEqual([file, profile], ['p.json', 'restricted']);
  const { meaning, ...first } = differences[0];
  assert.deepEqual(first, {
    key: 'isLocalDevMcpEnabled',
    standing: 'looser',
    writtenAs: 'isLocalDevMcpEnabled',
    range: { start: { line: 0, character: 36 }, end: { line: 0, character: 64 } },
    policy: true,
    default: true,
    profile: false,
    isOwn: false,
  });
  assert.match(meaning, /\.$/);
  assert.match(
    as('markdown').out,
    /## Looser\n\n- \*\*`isLocalDevMcpEnabled`\*\* .+\n {2}Here `true`; in Restricted `false`\./,
  );
  assert.doesNotMatch(as('markdown').out + as('json').out, /b1secret/);
});

test('a policy that was begun from a profile passes its own comparison', (t) => {
  const folder = folderOf(t, {});
  plugboard(
    folder,
    'profile',
    'restricted',
    '--provider',
    'gateway',
    '--to',
    'mobileconfig',
    '--output',
    'p.mobileconfig',
  );
  const same = plugboard(folder, 'profile', 'restricted', '--compare', 'p.mobileconfig', '--fail-on', 'looser');
  assert.equal(same.code, 0);
  assert.match(same.out, /\n8 met\.\n$/);
  assert.equal(
    plugboard(folder, 'profile', 'locked-down', '--compare', 'p.mobileconfig', '--fail-on', 'looser').code,
    1,
  );
});

test('the fleet of the settings counts', (t) => {
  const folder = folderOf(t, {
    'p.json': '{ "inferenceProvider": "anthropic" }',
    '.plugboard.json': '{ "target": { "minimumVersion": "1.18000.0" } }',
  });
  const of = (...args: string[]) => {
    const { out } = plugboard(folder, 'profile', 'restricted', '--compare', 'p.json', '--format', 'json', ...args);
    const differences: { key: string; standing: string }[] = JSON.parse(out).differences;
    return differences.find(({ key }) => key === 'isDesktopExtensionEnabled')?.standing;
  };
  assert.equal(of(), 'missing');
  assert.equal(of('--target-version', '1.46388.4'), 'met');
});

test('wrong use and unreadable input are one line, exit code 2', (t) => {
  const folder = folderOf(t, {
    'p.json': loose,
    'broken.json': '{ "isLocalDevMcpEnabled": tru }',
    'other.json': '5',
    'package.json': '{ "name": "x" }',
  });
  const said = (...args: string[]) => {
    const { code, out, err } = plugboard(folder, 'profile', ...args);
    assert.deepEqual([code, out], [2, ''], args.join(' '));
    assert.equal(err.trimEnd().split('\n').length, 1);
    return err;
  };
  assert.match(said('strict'), /unknown profile 'strict'; expected one of standard, restricted, locked-down/);
  assert.match(said('standard', 'restricted'), /name one profile/);
  assert.match(said('--compare', 'p.json'), /--compare needs the name of a profile/);
  assert.match(said('standard', '--provider', 'azure'), /--provider must be one of gateway/);
  assert.match(said('standard', '--to', 'yaml'), /--to must be one of json/);
  assert.match(said('standard', '--format', 'json'), /--to names the format/);
  assert.match(said('standard', '--fail-on', 'looser'), /requires --compare/);
  assert.match(said('standard', '--compare', 'p.json', '--to', 'reg'), /--to cannot be used with --compare/);
  assert.match(said('standard', '--compare', 'p.json', '--fail-on', 'stricter'), /--fail-on must be one of looser/);
  assert.match(said('standard', '--compare', 'none.json'), /no such file/);
  assert.match(said('standard', '--compare', 'broken.json'), /broken\.json:1:27/);
  assert.match(said('standard', '--compare', 'other.json'), /not contain a policy/);
  assert.match(said('standard', '--compare', 'package.json'), /package\.json: The file does not contain a policy/);
  assert.match(plugboard(folder, 'profile', '--help').out, /^Usage: plugboard profile/);
});
