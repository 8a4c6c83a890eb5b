import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { git } from './diffHistory.ts';
import { folderOf, plugboard } from './support.ts';

const policy = (state: string) =>
  JSON.stringify({
    inferenceProvider: 'vertex',
    managedMcpServers: [
      { name: 'docs', transport: 'http', url: 'https://docs.example.com/mcp', toolPolicy: { 'delete_*': state } },
    ],
  });
const manifest = JSON.stringify({ name: 'desk', installationPreference: 'required' });
const files = (state: string) => ({
  'fleet.json': policy(state),
  'org-plugins/desk/.claude-plugin/plugin.json': manifest,
  'claude_desktop_config.json': JSON.stringify({ mcpServers: { own: { command: 'own-server' } } }),
});

interface Answer {
  readonly plugins: readonly { readonly directory: string }[];
  readonly sources: {
    readonly policies: readonly { readonly file: string; readonly role: string }[];
    readonly orgPlugins: string | null;
    readonly userConfig: string | null;
  };
}

function sourcesOf(folder: string, ...args: readonly string[]): Answer['sources'] {
  const { code, out, err } = plugboard(folder, 'effective', '--format', 'json', ...args);
  assert.equal(code, 0, err);
  return (JSON.parse(out) as Answer).sources;
}

const all = {
  policies: [{ file: 'fleet.json', role: 'managed' }],
  orgPlugins: 'org-plugins',
  userConfig: 'claude_desktop_config.json',
};

test('a source that is named leaves the others to be found', (t) => {
  const folder = folderOf(t, files('blocked'));
  assert.deepEqual(sourcesOf(folder), all);
  assert.deepEqual(sourcesOf(folder, '--policy', 'fleet.json'), all);
  assert.deepEqual(sourcesOf(folder, '--org-plugins', 'org-plugins'), all);
  assert.deepEqual(sourcesOf(folder, '--user-config', 'claude_desktop_config.json'), all);
});

test('“none” says that the device is without a source', (t) => {
  const folder = folderOf(t, files('blocked'));
  assert.deepEqual(sourcesOf(folder, '--policy', 'none'), { ...all, policies: [] });
  assert.deepEqual(sourcesOf(folder, '--org-plugins', 'none'), { ...all, orgPlugins: null });
  assert.deepEqual(sourcesOf(folder, '--user-config', 'none'), { ...all, userConfig: null });
});

test('of several files one must be named, or none', (t) => {
  const folder = folderOf(t, { ...files('blocked'), 'other.json': policy('ask') });
  const { code, err } = plugboard(folder, 'effective', '--org-plugins', 'org-plugins');
  assert.equal(code, 2);
  assert.match(err, /contains 2 policies \(fleet\.json, other\.json\): name one with --policy, or write --policy none/);
});

test('two policies with one role are refused', (t) => {
  const folder = folderOf(t, { ...files('blocked'), 'other.json': policy('ask') });
  const { code, err } = plugboard(folder, 'effective', '--policy', 'fleet.json', '--policy', 'other.json');
  assert.equal(code, 2);
  assert.match(err, /two policies have the role managed, but a device has one/);
  const sources = sourcesOf(folder, '--policy', 'hklm=fleet.json', '--policy', 'hkcu=other.json');
  assert.deepEqual(
    sources.policies.map(({ role }) => role),
    ['hklm', 'hkcu'],
  );
});

test('the first lines say what was looked at', (t) => {
  const folder = folderOf(t, files('blocked'));
  const { out } = plugboard(folder, 'effective', '--user-config', 'none');
  assert.match(out, /^For app .*\nPolicy: fleet\.json\. Plugins: org-plugins\. User configuration: none\.\n/);
});

test('names that nothing has are pointed out', (t) => {
  const folder = folderOf(t, files('blocked'));
  const { err } = plugboard(folder, 'effective', '--installed', 'desk,dekc', '--target-version', '99.0.0');
  assert.match(err, /no plugin is in a folder called dekc/);
  assert.match(err, /app 99\.0\.0 is newer than [\d.]+, the newest that Plugboard knows/);
  assert.doesNotMatch(err, /called desk,/);
});

test('a comparison that names one source still compares the others', (t) => {
  const folder = folderOf(t, files('blocked'));
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'blocked');
  fs.writeFileSync(path.join(folder, 'fleet.json'), policy('allow'));
  for (const options of [[], ['--org-plugins', 'org-plugins'], ['--user-config', 'claude_desktop_config.json']]) {
    const { code, out } = plugboard(folder, 'diff', 'HEAD', '--fail-on', 'looser', ...options);
    assert.equal(code, 1, `${options.join(' ')}\n${out}`);
  }
  fs.rmSync(path.join(folder, 'fleet.json'));
  const { out } = plugboard(folder, 'diff', 'HEAD');
  assert.match(out, /^Before: Policy: fleet\.json\. .*\nAfter: Policy: none\. /m);
});

test('a policy of which no key is known is refused, and single misspelled keys are named', (t) => {
  const folder = folderOf(t, {
    'typo.json': '{ "isLocalDevMcpEnable": false }',
    'partly.json': '{ "inferenceProvider": "anthropic", "isLocalDevMcpEnable": false }',
    'empty.json': '{}',
  });
  for (const args of [
    ['effective', '--policy', 'typo.json'],
    ['diff', 'empty.json', 'typo.json'],
  ]) {
    const refused = plugboard(folder, ...args);
    assert.equal(refused.code, 2, args.join(' '));
    assert.match(
      refused.err,
      /typo\.json does not contain a policy: none of its keys is known\. Did you mean isLocalDevMcpEnabled instead of isLocalDevMcpEnable\?/,
    );
  }
  assert.equal(plugboard(folder, 'effective', '--policy', 'empty.json').code, 0);
  const partly = plugboard(folder, 'effective', '--policy', 'partly.json');
  assert.match(
    partly.err,
    /partly\.json: the unknown key isLocalDevMcpEnable is ignored\. Did you mean isLocalDevMcpEnabled\?/,
  );
});
