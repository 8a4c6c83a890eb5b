import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintFiles, settings } from '../../support/lint.ts';

/** Returns the findings in a policy, by the last parts of the rule ids. */
const said = (keys: Readonly<Record<string, unknown>>, minimumVersion = settings.target.minimumVersion): string[] =>
  lintFiles(
    { 'policy.json': JSON.stringify({ inferenceProvider: 'anthropic', ...keys }) },
    { levels: {}, target: { ...settings.target, minimumVersion } },
  ).map(({ rule }) => rule.replace('policy/', ''));

test('a policy that says what Claude may do and reach is clean', () => {
  const policy = {
    chatTabEnabled: 'true',
    chatAdvancedFileAnalysisEnabled: true,
    coworkTabEnabled: false,
    isClaudeCodeForDesktopEnabled: false,
    sshHostAllowlist: [],
    disabledBuiltinTools: ['WebSearch'],
    builtinToolPolicy: { Bash: 'ask', 'Edit(/srv/**)': 'allow' },
    allowedWorkspaceFolders: ['~/work', { path: '%OneDrive%/team', mode: 'ro', isDefaultSelected: false }],
    coworkEgressAllowedHosts: ['*.corp.example', 'corp.example', '10.0.0.1:8443', 'localhost:3000'],
    builtinBrowserEnabled: true,
    builtinBrowserDefaultDomainPolicy: 'block',
    builtinBrowserAllowedDomains: ['wiki.corp.example'],
    builtinBrowserBlockedDomains: ['admin.wiki.corp.example'],
    otlpEndpoint: 'https://otlp.corp.example',
    otlpContentCapture: ['userPrompts', '{{more}}'],
    orgPluginSettings: [{ serverName: 'wiki', tools: [{ toolName: 'delete_page', permission: 'blocked' }] }],
  };
  assert.deepEqual(said(policy), []);
});

test('an entry that spoils its list is told once, by what it costs', () => {
  assert.deepEqual(said({ allowedWorkspaceFolders: ['~/a', 5, { mode: 'ro' }] }), ['spoiled-list', 'spoiled-list']);
  assert.deepEqual(said({ sshHostAllowlist: ['a.example.com', null] }), ['spoiled-list']);
  assert.deepEqual(said({ allowedWorkspaceFolders: '["~/a", {"path": "/b", "mode": "RO"}]' }), ['spoiled-list']);
  assert.deepEqual(said({ allowedWorkspaceFolders: [{ path: '/b', mode: '{{mode}}' }] }), []);
});

test('a rule for some arguments is told once in a fleet with old apps', () => {
  const rules = (key: string) => said({ builtinToolPolicy: { [key]: 'ask', Read: 'ask' } }, '1.30096.1');
  assert.deepEqual(rules('Bash(git *)'), ['newer-than-fleet']);
  assert.deepEqual(rules('Bash(*)'), ['newer-than-fleet']);
  assert.deepEqual(rules('Bash(git *'), ['builtin-tool-rule']);
  assert.deepEqual(rules('WebFetch(x)'), ['builtin-tool-rule']);
});

test('values that are newer than the fleet are told where their key is not', () => {
  const marketplaces = [{ source: 'url', url: 'https://a.example.com/m.json', credentialKind: 'inferenceCredential' }];
  assert.deepEqual(said({ allowedPluginMarketplaces: marketplaces }, '1.30096.1'), ['newer-than-fleet']);
  assert.deepEqual(said({ allowedPluginMarketplaces: marketplaces }, '1.15200.0'), ['newer-than-fleet']);
  assert.deepEqual(said({ allowedPluginMarketplaces: marketplaces }), []);
  const folder = { allowedWorkspaceFolders: [{ path: '/srv', mode: 'ro' }] };
  assert.deepEqual(said(folder, '1.20186.0'), ['newer-than-fleet']);
  assert.deepEqual(said({ ...folder, isClaudeCodeForDesktopEnabled: false }, '1.20186.0'), []);
});

test('lists of sites are told by what the default makes of them', () => {
  const browser = (keys: Readonly<Record<string, unknown>>) => said({ builtinBrowserEnabled: true, ...keys });
  assert.deepEqual(browser({ builtinBrowserAllowedDomains: ['a.example.com'] }), ['browser-exceptions']);
  assert.deepEqual(browser({ builtinBrowserAllowedDomains: [] }), []);
  assert.deepEqual(browser({ builtinBrowserBlockedDomains: ['a.example.com'] }), []);
  const unknown = { builtinBrowserDefaultDomainPolicy: 'Block', builtinBrowserAllowedDomains: ['a.example.com'] };
  assert.deepEqual(browser(unknown), ['schema']);
});

test('locks for a managed server and those for a policy-only entry are reported once', () => {
  const orgPluginSettings = [{ serverName: 'crm', tools: [{ toolName: 'delete', permission: 'blocked' }] }];
  const managed = { name: 'crm', transport: 'http', url: 'https://crm.example.com/mcp' };
  assert.deepEqual(said({ managedMcpServers: [managed], orgPluginSettings }), ['org-plugin-settings-managed']);
  const policyOnly = { name: 'crm', transport: 'policy-only', toolPolicy: { read: 'ask' } };
  assert.deepEqual(said({ managedMcpServers: [policyOnly], orgPluginSettings }), ['org-plugin-settings-managed']);
});

test('a server that a bootstrap response may bring keeps tabs unjudged', () => {
  const off = { coworkTabEnabled: false, isClaudeCodeForDesktopEnabled: false };
  assert.deepEqual(said(off), ['tab-off']);
  assert.deepEqual(said({ ...off, chatTabEnabled: '{{chat}}' }), []);
});
