import assert from 'node:assert/strict';
import path from 'node:path';
import test, { type TestContext } from 'node:test';
import { linkBase } from '../../server/cli/output/linkBase.ts';
import { folderOf, plugboard } from './support.ts';

const target = ['--date', '2026-11-21'];

/** A folder with two devices, `old` and `new`, that differ in the definition of one user's or plugin's server. */
function devices(t: TestContext, before: object, after: object): string {
  const manifest = JSON.stringify({
    name: 'crm-kit',
    version: '1.0.0',
    description: 'CRM',
    installationPreference: 'required',
  });
  const device = (name: string, server: object) => ({
    [`${name}/policy.json`]: '{ "inferenceProvider": "vertex", "isLocalDevMcpEnabled": true }',
    [`${name}/org-plugins/crm-kit/.claude-plugin/plugin.json`]: manifest,
    [`${name}/org-plugins/crm-kit/version.json`]: '{ "version": "1.0.0" }',
    [`${name}/org-plugins/crm-kit/.mcp.json`]: JSON.stringify({ mcpServers: { crm: server } }),
  });
  return folderOf(t, { ...device('old', before), ...device('new', after) });
}

const remote = { type: 'http', url: 'https://crm.example.com/mcp' };
const local = {
  command: 'npx',
  args: ['-y', 'crm@1.0.0', '--read-only', 'hunter2secret'],
  env: { CRM_KEY: 'one-secret' },
};

test('every changed field of a redirected server is named, and no secret is', (t) => {
  const changed = {
    command: 'node',
    args: ['-y', 'crm@2.0.0', '--write=all', 'swordfish99'],
    env: { CRM_KEY: 'other-secret', NODE_OPTIONS: '--require=./evil.js' },
  };
  const folder = devices(t, local, changed);
  const expected = [
    'command: npx → node',
    'args: crm@2.0.0 added, --write added, 1 other argument added, crm@1.0.0 removed, --read-only removed, 1 other argument removed',
    'env: CRM_KEY changed, NODE_OPTIONS added',
  ];
  const json = plugboard(folder, 'diff', 'old', 'new', '--format', 'json', ...target);
  const { changes } = JSON.parse(json.out) as { changes: { class: string; differences: string[] }[] };
  assert.deepEqual(
    changes.filter((change) => change.class === 'redirected').map(({ differences }) => differences),
    [expected],
  );
  const text = plugboard(folder, 'diff', 'old', 'new', ...target).out;
  for (const phrase of expected) assert.ok(text.includes(phrase), text);
  const page = plugboard(folder, 'diff', 'old', 'new', '--format', 'markdown', ...target).out;
  assert.match(page, /CRM&#95;KEY changed, NODE&#95;OPTIONS added/);
  for (const out of [json.out, text, page]) assert.doesNotMatch(out, /hunter2|swordfish|-secret|evil/);
});

test('a changed header or sign-in of a plugin’s server is listed, and then not everything was compared', (t) => {
  const folder = devices(
    t,
    { ...remote, headers: { Authorization: 'Bearer first-secret', 'X-Team': 'a' } },
    { ...remote, headers: { Authorization: 'Bearer other-secret', 'X-Tenant': 'b' }, oauth: { clientId: 'app' } },
  );
  const { out } = plugboard(folder, 'diff', 'old', 'new', '--format', 'json', ...target);
  const { settings, counts } = JSON.parse(out) as {
    settings: { class: string; key: string; path: string; notes: string[] }[];
    counts: { unordered: number; redirected: number };
  };
  assert.deepEqual(
    settings.map(({ class: of, key, path: at, notes }) => [of, `${key}${at}`, notes]),
    [
      [
        'changed',
        'mcpServers[crm-kit/crm].headers',
        ['headers: Authorization changed, X-Tenant added, X-Team removed'],
      ],
      ['changed', 'mcpServers[crm-kit/crm].oauth', ['oauth: clientId added']],
    ],
  );
  assert.deepEqual([counts.unordered, counts.redirected], [2, 0]);
  assert.doesNotMatch(out, /-secret/);
  assert.match(plugboard(folder, 'diff', 'old', 'new', ...target).out, /Nothing that can be compared becomes looser/);
  assert.doesNotMatch(plugboard(folder, 'diff', 'old', 'old', ...target).out, /Nothing that can be compared/);
  assert.equal(plugboard(folder, 'diff', 'old', 'new', '--fail-on', 'error', ...target).code, 0);
  assert.equal(plugboard(folder, 'diff', 'old', 'new', '--fail-on', 'warning', ...target).code, 1);
});

test('--fail-on takes classes and severities, several with commas', (t) => {
  const folder = folderOf(t, {
    'open.json': '{ "inferenceProvider": "vertex", "managedMcpServers": [] }',
    'shut.json': '{ "inferenceProvider": "vertex", "managedMcpServers": [], "disabledBuiltinTools": ["Bash"] }',
  });
  const code = (old: string, now: string, on: string) =>
    plugboard(folder, 'diff', old, now, '--fail-on', on, ...target).code;
  assert.deepEqual(
    ['stricter', 'gone,stricter', 'info', 'any', 'looser', 'error', 'warning', 'redirected, changed'].map((on) =>
      code('open.json', 'shut.json', on),
    ),
    [1, 1, 1, 1, 0, 0, 0, 0],
  );
  assert.deepEqual(
    ['error', 'warning', 'looser', 'stricter'].map((on) => code('shut.json', 'open.json', on)),
    [1, 1, 1, 0],
  );
  const wrong = plugboard(folder, 'diff', 'open.json', 'shut.json', '--fail-on', 'looser,tighter');
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /--fail-on must be one of looser, .*not 'tighter'/);
});

test('links of the Markdown begin with the address that --link-base gives', (t) => {
  const folder = devices(t, remote, { ...remote, url: 'https://other.example.com/mcp' });
  const page = (...args: string[]) =>
    plugboard(folder, 'diff', 'old', 'new', '--format', 'markdown', ...target, ...args);
  const file = 'new/org-plugins/crm-kit/.mcp.json#L1';
  assert.ok(page().out.includes(`](${file})`));
  const based = page('--link-base', 'https://git.example.com/fleet/blob/main').out;
  assert.ok(based.includes(`](https://git.example.com/fleet/blob/main/${file})`), based);
  assert.doesNotMatch(based, /Reproduce:.*link-base/);
  for (const wrong of [
    'git.example.com',
    'javascript:alert(1)',
    'https://git.example.com/?a=b',
    'https://u:p@git.example.com',
  ]) {
    const { code, err } = page('--link-base', wrong);
    assert.equal(code, 2);
    assert.match(err, /--link-base must be an http or https URL/);
  }
});

test('without --link-base the variables of GitHub Actions and GitLab CI give the address', (t) => {
  const top = folderOf(t, { 'fleets/emea (1)/policy.json': '{}' });
  const below = path.join(top, 'fleets/emea (1)');
  const hub = { GITHUB_SERVER_URL: 'https://hub.example.com', GITHUB_REPOSITORY: 'it/fleet', GITHUB_SHA: 'abc123' };
  const lab = { CI_PROJECT_URL: 'https://lab.example.com/it/fleet', CI_COMMIT_SHA: 'def456' };
  assert.equal(linkBase(undefined, hub, top), 'https://hub.example.com/it/fleet/blob/abc123/');
  assert.equal(
    linkBase(undefined, { ...hub, GITHUB_WORKSPACE: top }, below),
    'https://hub.example.com/it/fleet/blob/abc123/fleets/emea%20%281%29/',
  );
  assert.equal(
    linkBase(undefined, { ...lab, CI_PROJECT_DIR: top }, top),
    'https://lab.example.com/it/fleet/-/blob/def456/',
  );
  assert.equal(linkBase(undefined, { ...lab, CI_PROJECT_DIR: below }, top), undefined);
  assert.equal(linkBase(undefined, { GITHUB_SHA: 'abc123' }, top), undefined);
  assert.equal(linkBase('https://own.example.com/a)b', hub, top), 'https://own.example.com/a%29b/');
});
