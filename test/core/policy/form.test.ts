import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFiles, settings } from '../../support/lint.ts';

/** Returns the findings in a policy, by the last parts of the rule ids. */
const said = (keys: Readonly<Record<string, unknown>>, minimumVersion = settings.target.minimumVersion): string[] =>
  lintFiles(
    { 'policy.json': JSON.stringify({ inferenceProvider: 'anthropic', ...keys }) },
    { levels: {}, target: { ...settings.target, minimumVersion } },
  ).map(({ rule }) => rule.replace('policy/', ''));

test('nothing is said of versions while nobody has set a floor', () => {
  const newer = { sessionRetentionHold: true, allowedPluginMcpServers: [], sshTransport: 'auto' };
  assert.ok(!said(newer).includes('newer-than-fleet'));
  assert.deepEqual(said({ sessionRetentionHold: true }, '1.49585.0'), ['newer-than-fleet']);
  assert.deepEqual(said({ sessionRetentionHold: true }, '1.52386.0'), []);
});

test('a key that is too new, or of another provider, is told once', () => {
  assert.deepEqual(said({ builtinToolPolicy: { 'Bash(rm *)': 'ask' } }, '1.7000.0'), ['newer-than-fleet']);
  assert.deepEqual(said({ inferenceStreamIdleTimeoutSec: 300 }, '1.40609.0'), ['other-provider']);
});

test('texts that are filled in later are right', () => {
  const banner = { enabled: true, text: '{{banner}}', textColor: '{{colour}}', linkUrl: '{{link}}' };
  assert.deepEqual(said({ banner }), []);
  assert.deepEqual(said({ allowedPluginMarketplaces: [{ source: 'github', repo: '{{repo}}' }] }), []);
});

test('a banner that is switched off may hold anything', () => {
  assert.deepEqual(said({ banner: { enabled: false, textColor: 'red' } }), []);
  assert.deepEqual(said({ banner: { enabled: true, text: 'x', textColor: 'red' } }), ['banner']);
});

test('addresses that the app takes', () => {
  for (const url of ['https://git.example.com/a.git', 'http://localhost:8080/a.git', 'git.example.com/a.git']) {
    assert.deepEqual(said({ allowedPluginMarketplaces: [{ source: 'git', url }] }), [], url);
  }
  const user = 'https://user:secret@git.example.com/a.git';
  assert.deepEqual(said({ allowedPluginMarketplaces: [{ source: 'git', url: user }] }), ['credentials-in-url']);
});

test('an empty list of plugin servers allows none, and is no mistake', () => {
  assert.deepEqual(said({ allowedPluginMcpServers: [], deniedPluginMcpServers: [{ serverUrl: '*' }] }), []);
  assert.deepEqual(said({ deniedPluginMcpServers: [{}] }), ['plugin-server-row']);
});

test('keys of standard deployments are told only where inference is third-party', () => {
  assert.deepEqual(said({ forceLoginOrgUUID: 'x' }), ['standard-only-key']);
  assert.deepEqual(said({ inferenceProvider: undefined, forceLoginOrgUUID: 'x', disableAutoUpdates: true }), []);
});
