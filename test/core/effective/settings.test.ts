import assert from 'node:assert/strict';
import test from 'node:test';
import { comparisonSummary, headline, isDangerous } from '../../../server/core/diff/changeWords.ts';
import { settingRemarks } from '../../../server/core/diff/settings/settingWords.ts';
import { compare, page } from '../../support/compared.ts';

type Policy = Readonly<Record<string, unknown>>;

const provider = { inferenceProvider: 'vertex' };
const compared = (before: Policy, after: Policy) =>
  compare({ policy: { ...provider, ...before } }, { policy: { ...provider, ...after } });

/** Returns `key class` for each changed setting. */
const settings = (before: Policy, after: Policy): string[] =>
  compared(before, after).settings.map((setting) => `${setting.key}${setting.path} ${setting.class}`);

/** Two policies, and the result of changing one to the other. The reverse is the opposite, or given as well. */
const steps: Readonly<Record<string, readonly (readonly [Policy, Policy, string[], string[]?])[]>> = {
  tabs: [
    [{}, { chatTabEnabled: true }, ['chatTabEnabled looser'], ['chatTabEnabled stricter']],
    [{}, { coworkTabEnabled: true }, []],
    [{ coworkTabEnabled: false }, {}, ['coworkTabEnabled looser'], ['coworkTabEnabled stricter']],
    [
      { isClaudeCodeForDesktopEnabled: false },
      { isClaudeCodeForDesktopEnabled: false, coworkTabEnabled: false },
      ['coworkTabEnabled no-effect'],
      ['coworkTabEnabled no-effect'],
    ],
    [
      { isClaudeCodeForDesktopEnabled: false, coworkTabEnabled: false },
      { isClaudeCodeForDesktopEnabled: false, coworkTabEnabled: false, chatTabEnabled: true },
      ['chatTabEnabled looser', 'coworkTabEnabled stricter'],
      ['coworkTabEnabled looser', 'chatTabEnabled stricter'],
    ],
  ],
  'hosts for tools': [
    [{}, { coworkEgressAllowedHosts: [] }, []],
    [
      {},
      { coworkEgressAllowedHosts: ['docs.example.com'] },
      ['coworkEgressAllowedHosts looser'],
      ['coworkEgressAllowedHosts stricter'],
    ],
    [
      { coworkEgressAllowedHosts: ['build.corp.example'] },
      { coworkEgressAllowedHosts: ['*.corp.example'] },
      ['coworkEgressAllowedHosts looser'],
      ['coworkEgressAllowedHosts stricter'],
    ],
    [
      { coworkEgressAllowedHosts: ['*.corp.example'] },
      { coworkEgressAllowedHosts: ['a.b.corp.example', '*.corp.example'] },
      [],
    ],
    [
      { coworkEgressAllowedHosts: ['*.corp.example'] },
      { coworkEgressAllowedHosts: ['*.corp.example', 'corp.example'] },
      ['coworkEgressAllowedHosts looser'],
      ['coworkEgressAllowedHosts stricter'],
    ],
    [
      { coworkEgressAllowedHosts: ['*.1.2.3'] },
      { coworkEgressAllowedHosts: ['10.1.2.3'] },
      ['coworkEgressAllowedHosts not-comparable'],
      ['coworkEgressAllowedHosts not-comparable'],
    ],
    [{ coworkEgressAllowedHosts: ['a.example'] }, { coworkEgressAllowedHosts: ['a.example', 'a.example:8080'] }, []],
    [
      { coworkEgressAllowedHosts: ['a.example', 'b.example'] },
      { coworkEgressAllowedHosts: ['a.example', 'c.example'] },
      ['coworkEgressAllowedHosts not-comparable'],
      ['coworkEgressAllowedHosts not-comparable'],
    ],
    [
      { builtinBrowserEnabled: true, coworkEgressAllowedHosts: ['a.example'] },
      { builtinBrowserEnabled: true },
      ['coworkEgressAllowedHosts not-comparable'],
      ['coworkEgressAllowedHosts looser'],
    ],
  ],
  'hosts for SSH': [
    [{ sshHostAllowlist: ['*.corp.example'] }, { sshHostAllowlist: ['*.corp.example', 'corp.example'] }, []],
    [{}, { sshHostAllowlist: ['build.corp.example'] }, ['sshHostAllowlist looser'], ['sshHostAllowlist stricter']],
    [{ sshHostAllowlist: [] }, {}, ['sshHostAllowlist looser'], ['sshHostAllowlist stricter']],
  ],
  folders: [
    [
      { allowedWorkspaceFolders: ['/srv/team'] },
      {},
      ['allowedWorkspaceFolders looser'],
      ['allowedWorkspaceFolders stricter'],
    ],
    [{ allowedWorkspaceFolders: ['/srv/team'] }, { allowedWorkspaceFolders: ['/srv/team/'] }, []],
    [
      { allowedWorkspaceFolders: ['/srv/team'] },
      { allowedWorkspaceFolders: ['/srv/teams'] },
      ['allowedWorkspaceFolders not-comparable'],
      ['allowedWorkspaceFolders not-comparable'],
    ],
    [{ allowedWorkspaceFolders: ['/srv/team'] }, { allowedWorkspaceFolders: [{ path: '/srv/team' }] }, []],
    [
      { allowedWorkspaceFolders: [{ path: '/srv/team', mode: 'ro' }] },
      { allowedWorkspaceFolders: ['/srv/team'] },
      ['allowedWorkspaceFolders[/srv/team].mode looser'],
      ['allowedWorkspaceFolders[/srv/team].mode stricter'],
    ],
    [
      { allowedWorkspaceFolders: ['C:\\Projects'] },
      { allowedWorkspaceFolders: ['c:/projects/reports'] },
      ['allowedWorkspaceFolders stricter'],
      ['allowedWorkspaceFolders looser'],
    ],
  ],
  'who may add code': [
    [{ isLocalDevMcpEnabled: false }, {}, ['isLocalDevMcpEnabled looser'], ['isLocalDevMcpEnabled stricter']],
    [
      {},
      { allowedPluginMarketplaces: [{ source: 'github', repo: 'corp/plugins' }] },
      ['allowedPluginMarketplaces looser'],
      ['allowedPluginMarketplaces stricter'],
    ],
    [
      { allowedPluginMarketplaces: [{ source: 'github', repo: 'corp/plugins', ref: 'main' }] },
      { allowedPluginMarketplaces: [{ source: 'github', repo: 'corp/plugins', ref: 'a'.repeat(40) }] },
      ['allowedPluginMarketplaces[github corp/plugins].ref stricter'],
      ['allowedPluginMarketplaces[github corp/plugins].ref looser'],
    ],
    [
      { isDesktopExtensionEnabled: true, isDesktopExtensionSignatureRequired: true },
      { isDesktopExtensionEnabled: true },
      ['isDesktopExtensionSignatureRequired looser'],
      ['isDesktopExtensionSignatureRequired stricter'],
    ],
    [
      { isDesktopExtensionSignatureRequired: true },
      {},
      ['isDesktopExtensionSignatureRequired no-effect'],
      ['isDesktopExtensionSignatureRequired no-effect'],
    ],
  ],
  approval: [
    [{}, { autoModeEnabled: true }, ['autoModeEnabled looser'], ['autoModeEnabled stricter']],
    [
      { mcpScheduledTaskApprovalLifetimeDays: 7 },
      { mcpScheduledTaskApprovalLifetimeDays: 30 },
      ['mcpScheduledTaskApprovalLifetimeDays looser'],
      ['mcpScheduledTaskApprovalLifetimeDays stricter'],
    ],
  ],
  data: [
    [{ otlpContentCapture: ['userPrompts'] }, { otlpContentCapture: ['userPrompts', 'assistantResponses'] }, []],
    [{ otlpDesktopLogLevel: 'error' }, {}, []],
    [
      { inferenceMaxTokensPerWindow: 1000, inferenceTokenWindowHours: 1 },
      { inferenceMaxTokensPerWindow: 2000, inferenceTokenWindowHours: 1 },
      ['inferenceMaxTokensPerWindow looser'],
      ['inferenceMaxTokensPerWindow stricter'],
    ],
  ],
  'servers that managed servers replace': [
    [
      { managedMcpServers: [{ name: 'crm', transport: 'http', url: 'https://crm.example' }] },
      {},
      ['managedMcpServers looser'],
      ['managedMcpServers stricter'],
    ],
    [
      { managedMcpServers: [{ name: 'crm', transport: 'http', url: 'https://crm.example', oauth: true }] },
      { managedMcpServers: [{ name: 'crm', transport: 'http', url: 'https://crm.example' }] },
      ['managedMcpServers[crm].oauth changed'],
      ['managedMcpServers[crm].oauth changed'],
    ],
  ],
  'values without an order': [
    [{}, { bootstrapUrl: 'https://config.corp.example' }, ['bootstrapUrl changed'], ['bootstrapUrl changed']],
    [{}, { banner: { text: 'Hello' } }, ['banner changed'], ['banner changed']],
    [{}, { somethingNew: 1 }, ['somethingNew changed'], ['somethingNew changed']],
  ],
};

for (const [name, cases] of Object.entries(steps)) {
  test(`settings are compared: ${name}`, () => {
    for (const [before, after, forth, back = forth] of cases) {
      assert.deepEqual(settings(before, after), forth, JSON.stringify([before, after]));
      assert.deepEqual(settings(after, before), back, JSON.stringify([after, before]));
    }
  });
}

test('a list that the app cannot read is stricter than one it can', () => {
  assert.deepEqual(settings({ coworkEgressAllowedHosts: ['a.example'] }, { coworkEgressAllowedHosts: 'a.example' }), [
    'coworkEgressAllowedHosts stricter',
  ]);
});

test('a setting of a tab that is off has no effect', () => {
  const off = { isClaudeCodeForDesktopEnabled: false };
  const change = { ...off, sshHostAllowlist: ['build.corp.example'] };
  assert.deepEqual(settings(off, change), ['sshHostAllowlist no-effect']);
  assert.equal(headline(compared(off, change)), 'no change in effect');
});

test('tools of a tab that is off have no effect either', () => {
  const { changes } = compared({}, { coworkEgressAllowedHosts: ['docs.example.com'] });
  assert.deepEqual(
    changes.map(({ kind, tools, surfaces }) => [kind, tools, surfaces]),
    [['no-effect', ['WebFetch'], ['chat']]],
  );
});

test('a looser setting is a danger', () => {
  const comparison = compared({}, { autoModeEnabled: true });
  assert.ok(isDangerous(comparison.counts));
  assert.equal(headline(comparison), '1 setting becomes looser');
  assert.match(comparisonSummary(comparison), /^1 setting becomes looser\. /);
});

test('what has no order does not pass as “nothing becomes looser”', () => {
  const without = (after: Policy) => comparisonSummary(compared({}, after));
  assert.match(without({ bootstrapHeaders: { a: 'b' } }), /^Nothing that can be compared becomes looser\. /);
  assert.match(without({ somethingNew: 1 }), /^Nothing that can be compared becomes looser\. /);
  assert.match(without({ banner: { text: 'Hello' } }), /^Nothing becomes looser\. 1 other setting changes/);
});

test('the sandbox of Code goes with all hosts and no folders', () => {
  const [change] = compared({ coworkEgressAllowedHosts: ['a.example'] }, { coworkEgressAllowedHosts: ['*'] }).settings;
  assert.ok(change);
  assert.deepEqual(settingRemarks(change), [
    'New: *',
    'Now: Tools reach every host: `*` switches the filter off. Web fetch still refuses private networks and this computer',
    'The shell of Code loses its sandbox: all hosts are allowed and no folders are set',
  ]);
});

test('a comment names settings, and shows no secret', () => {
  const policy = (key: string) => ({ policy: { ...provider, inferenceCustomHeaders: { 'X-Key': key } } });
  const comment = page(policy('first-secret'), policy('second-secret'));
  assert.match(comment, /^### ℹ️ Effective tools: 1 other setting changes$/m);
  assert.match(comment, /\| ✏️ Changed \| `inferenceCustomHeaders` \| All \|.*Secrets are hidden/);
  assert.doesNotMatch(comment, /first-secret|second-secret/);
});

test('a change says what holds after it, as reach says it', () => {
  const [hosts] = compared({}, { coworkEgressAllowedHosts: ['*'], allowedWorkspaceFolders: ['/srv'] }).settings;
  assert.ok(hosts);
  assert.equal(hosts.key, 'coworkEgressAllowedHosts');
  assert.match(hosts.now ?? '', /^Tools reach every host/);
  assert.ok(settingRemarks(hosts).some((remark) => remark.startsWith('Now: Tools reach every host')));
  // Reach does not change, and the note on the lock says the rest.
  for (const { now, concern } of compared({ chatTabEnabled: true }, {}).settings)
    assert.deepEqual([concern, now], ['tabs', null]);
});

const guard = (hooks: object, more: object = {}) => ({
  policy: { inferenceProvider: 'vertex', ...more },
  plugins: [{ dir: 'guard', manifest: { name: 'guard', installationPreference: 'required' }, hooks }],
});

test('a plugin that begins to allow tool calls is looser', () => {
  const changes = (before: object, after: object) =>
    compare(before, after).settings.map(({ key, path, class: of }) => `${key}${path} ${of}`);
  const [none, mod] = [guard({}), guard({ modules: ['./register.js'] })];
  const hook = guard({ hooks: { PreToolUse: [{ hooks: [] }], Stop: [{ hooks: [] }] } });
  assert.deepEqual(changes(none, mod), ['modules[guard] looser']);
  assert.deepEqual(changes(mod, none), ['modules[guard] stricter']);
  assert.deepEqual(changes(none, hook), ['hooks[guard] looser']);
  assert.deepEqual(changes(none, guard({ hooks: { Stop: [{ hooks: [] }] } })), []);
  const withoutCode = { isClaudeCodeForDesktopEnabled: false };
  assert.deepEqual(changes(guard({}, withoutCode), guard({ modules: ['./register.js'] }, withoutCode)), [
    'modules[guard] no-effect',
  ]);
  assert.ok(isDangerous(compare(none, mod).counts));
});
