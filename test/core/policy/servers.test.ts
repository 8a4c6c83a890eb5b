import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits, type Diagnostic } from '../../../server/core/base/text.ts';
import { lintFiles, settings } from '../../support/lint.ts';
import { evaluate } from '../effective/runCase.ts';

const wiki = { name: 'wiki', transport: 'http', url: 'https://wiki.example.com/mcp' };
const guid = '0d7bb1a2-6a2c-4e0f-9d5e-3b1f6c2a9e10';
const before = '2026-09-15T00:00:00Z';

const lint = (managedMcpServers: unknown, target: Partial<typeof settings.target> = {}): readonly Diagnostic[] =>
  lintFiles(
    { 'policy.json': JSON.stringify({ managedMcpServers }) },
    { ...settings, target: { ...settings.target, ...target } },
  );
const told = (found: readonly Diagnostic[]) => found.map(({ rule, severity }) => `${severity} ${rule}`);

const good: readonly object[] = [
  wiki,
  { name: 'feed', transport: 'sse', url: 'https://feed.example.com/sse', headers: { 'X-Team': 'sales' }, oauth: true },
  { name: 'crm', transport: 'http', url: 'https://crm.example.com:8443/mcp?tenant=a', headersHelper: '~/keys/crm' },
  {
    name: 'desk',
    transport: 'http',
    url: 'https://desk.example.com/mcp',
    oauth: { clientId: guid, tenantId: guid, scope: 'api://desk/.default', authFlow: 'broker', callbackPort: 53280 },
    toolPolicy: { '*': 'blocked', read_page: 'allow', 'browser.open': 'ask' },
  },
  {
    name: 'hr',
    transport: 'http',
    url: 'https://hr.example.com/mcp',
    oauth: { scope: 'hr.read', appendOfflineAccess: true },
    toolPolicy: { 'list_*': 'allow', 'browser.*': 'ask', 'delete_*': 'blocked', '*_bulk': 'ask' },
  },
  { name: 'local', transport: 'http', url: 'http://localhost:8080/mcp' },
  {
    name: 'ledger',
    transport: 'stdio',
    command: 'C:\\Program Files\\Ledger\\mcp.exe',
    args: ['--read-only', '%TEMP%'],
    env: { PORT: '8080' },
    envHelper: '/opt/keys/ledger',
    startupTimeoutSec: '60',
  },
  { name: 'npx', transport: 'stdio', command: 'npx', args: ['-y', '@example/mcp'] },
  { name: 'm365', server: 'microsoft365', tenantId: guid, clientId: guid, scope: 'User.Read Mail.Read' },
  { name: 'search', server: 'websearch', provider: 'brave', headers: { 'X-Key': '{{key}}' } },
  { name: 'find', server: 'websearch', provider: 'custom', customUrl: 'https://localhost:8443/find' },
  { name: 'bin', transport: 'stdio', command: "/Users/o'brien/bin/mcp" },
  { name: 'code', server: 'github', clientId: 'Iv1.8a61f9b3a7aba766', host: 'https://github.example.com' },
  { name: 'pages', transport: 'policy-only', toolPolicy: { drop: 'blocked' } },
  { name: 'later', transport: 'http', url: '<your url>', oauth: { clientId: '{{id}}', tenantId: '{{t}}', scope: 's' } },
];

test('a policy of good servers has no finding, also as a list alone', () => {
  assert.deepEqual(lint(good), []);
  assert.deepEqual(lintFiles({ 'servers.json': JSON.stringify(good) }), []);
});

test('the samples of good servers run', () => {
  const { result } = evaluate({ policy: { managedMcpServers: good.slice(0, -2) } });
  assert.deepEqual(
    result.surfaces.cowork?.servers.filter(({ active }) => !active),
    [],
  );
});

/** One mistake in one entry next to a valid one: the only expected finding. */
const mistakes: readonly (readonly [entry: object, finding: string, target?: Partial<typeof settings.target>])[] = [
  [{ name: 'a', url: 'https://a.example.com' }, 'error policy/missing-transport'],
  [{ name: 'a', url: 'https://a.example.com' }, 'warning policy/missing-transport', { date: before }],
  [{ name: 'a', Transport: 'http', url: 'https://a.example.com' }, 'error policy/missing-transport'],
  [{ name: 'a', command: 'npx' }, 'error policy/missing-transport', { date: before }],
  [{ name: 'a', transport: 'http', serverUrl: 'https://a.example.com' }, 'error policy/remote-without-url'],
  [{ name: 'a', transport: 'http', command: 'npx' }, 'error policy/remote-without-url'],
  [{ name: 'a', toolPolicy: { drop: 'blocked' } }, 'error policy/remote-without-url'],
  [{ name: 'a', transport: 'stdio', url: 'https://a.example.com' }, 'error policy/stdio-without-command'],
  [{ name: 'a', transport: 'HTTP', url: 'https://a.example.com' }, 'error policy/transport-value'],
  [{ name: 'a', transport: 'http', url: 'ws://a.example.com' }, 'error policy/server-url-https'],
  [{ name: 'a', transport: 'http', url: 'https://a.example.com\\mcp' }, 'error policy/server-url-https'],
  [{ name: 'a', transport: 'http', url: 'https://me:pw@a.example.com' }, 'error policy/credentials-in-url'],
  [{ name: 'a', transport: 'http', url: 'a.example.com' }, 'hint policy/server-url-scheme'],
  [{ name: 'a', transport: 'stdio', command: '..\\a.exe' }, 'error policy/server-command'],
  [{ name: 'a', transport: 'stdio', command: '\\\\share\\a.exe' }, 'error policy/server-command'],
  [{ name: 'a', transport: 'stdio', command: 'npx', startupTimeoutSec: 700 }, 'error policy/schema'],
  [{ name: 'a', transport: 'stdio', command: 'npx', env: { PORT: 8080 } }, 'error policy/server-value-text'],
  [{ ...wiki, name: 'a', headers: '{"X-Team": "sales"}' }, 'error policy/server-value-text'],
  [{ ...wiki, name: 'a', oauth: { foo: 1 } }, 'error policy/oauth-without-client'],
  [{ ...wiki, name: 'a', oauth: { clientId: 5 } }, 'error policy/schema'],
  [{ ...wiki, name: 'a', toolPolicy: { 'read_.*': 'ask' } }, 'warning policy/tool-policy-key'],
  [{ ...wiki, name: 'a', headersHelperTtlSec: '60' }, 'error policy/schema'],
  [{ ...wiki, name: 'a', oauth: 'true' }, 'error policy/oauth-as-text'],
  [{ ...wiki, name: 'a', oauth: { scope: ['x'] } }, 'warning policy/scope-form', { date: before }],
  [{ ...wiki, name: 'a', oauth: { clientId: 'x', callbackPort: 80 } }, 'error policy/schema'],
  [{ ...wiki, name: 'a', oauth: { authFlow: 'browser' } }, 'error policy/oauth-without-client'],
  [{ ...wiki, name: 'a', oauth: { clientId: 'x', clientSecret: 'y' } }, 'error policy/oauth-client-secret'],
  [{ ...wiki, name: 'a', oauth: { clientId: 'x', authFlow: 'broker' } }, 'error policy/oauth-tenant'],
  [{ ...wiki, name: 'a', oauth: { clientId: 'x', Scope: 'y' } }, 'warning policy/server-field-name'],
  [{ ...wiki, name: 'a', host: 'a.example.com' }, 'warning policy/server-field-name'],
  [{ name: 'a', server: 'github', clientId: 'x', tenantId: guid }, 'warning policy/server-field-name'],
  [{ ...wiki, name: 'a', disabled: true }, 'hint policy/server-field-not-read'],
  [{ ...wiki, name: 'a', toolPolicy: { x: 'ask-session' } }, 'error policy/tool-policy-value'],
  [{ ...wiki, name: 'a', toolPolicy: { x: 'ask-session' } }, 'warning policy/tool-policy-value', { date: before }],
  [{ ...wiki, name: 'a', toolPolicy: { '.*': 'ask' } }, 'warning policy/tool-policy-key'],
  [{ ...wiki, name: 'a', toolPolicy: { '*': 'ask', 'read_*': 'allow' } }, 'warning policy/tool-policy-never-decides'],
  [{ ...wiki, name: 'a', toolPolicy: { '*': 'ask', read: 'allow' } }, 'info policy/tool-policy-code-differs'],
  [{ name: 'a', server: 'github' }, 'error policy/schema'],
  [{ name: 'a', server: 'github', client_id: 'x' }, 'error policy/server-field-name'],
  [{ name: 'a', server: 'github', clientId: 'x', transport: 'http' }, 'error policy/foreign-server-field'],
  [{ name: 'a', server: 'gitlab', clientId: 'x' }, 'error policy/unknown-built-in-server'],
  [{ name: 'a', server: 'websearch', provider: 'exa' }, 'error policy/websearch-access'],
  [
    { name: 'a', server: 'websearch', provider: 'custom', customUrl: 'http://localhost/s' },
    'error policy/built-in-value',
  ],
  [{ transport: 'http', url: 'https://a.example.com' }, 'error policy/schema'],
];

for (const [entry, finding, target] of mistakes) {
  test(`told once: ${JSON.stringify(entry)}${target ? ` on ${target.date}` : ''}`, () => {
    assert.deepEqual(told(lint([wiki, entry], target)), [finding]);
  });
}

/** The same list in the other formats, in which it is one string. */
const formats: Readonly<Record<string, (json: string) => string>> = {
  'policy.mobileconfig': (json) =>
    `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.example.claude</string>
<key>PayloadUUID</key><string>6B1B1C4E-3C1B-4E0B-9E39-6C7A2E6C1B10</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.anthropic.claudefordesktop</string>
<key>PayloadVersion</key><integer>1</integer>
<key>PayloadIdentifier</key><string>com.example.claude.app</string>
<key>PayloadUUID</key><string>6B1B1C4E-3C1B-4E0B-9E39-6C7A2E6C1B11</string>
<key>managedMcpServers</key><string>${json.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</string>
</dict></array>
</dict></plist>
`,
  'policy.reg': (json) =>
    `Windows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]\r\n"managedMcpServers"="${json
      .replaceAll('\\', '\\\\')
      .replaceAll('"', '\\"')}"\r\n`,
};

for (const [path, write] of Object.entries(formats)) {
  test(`the same is told in ${path}, and every fix mends it there too`, () => {
    const at = (text: string, target = {}) =>
      lintFiles({ [path]: text }, { ...settings, target: { ...settings.target, ...target } });
    assert.deepEqual(at(write(JSON.stringify(good))), []);
    for (const [entry, finding, target] of mistakes) {
      const text = write(JSON.stringify([wiki, entry]));
      const found = at(text, target);
      assert.deepEqual(told(found), [finding], text);
      for (const { edits, title } of found.flatMap(({ fixes = [] }) => fixes)) {
        const left = at(applyEdits(text, edits), target);
        const worse = left.filter(({ rule }) => rule === found[0]?.rule || rule === 'policy/syntax');
        assert.deepEqual(told(worse), [], `${title}: ${applyEdits(text, edits)}`);
      }
    }
  });
}

test('what the effective set drops is an error here', () => {
  for (const [entry] of mistakes) {
    const { result } = evaluate({ date: settings.target.date, policy: { managedMcpServers: [wiki, entry] } });
    const server = result.surfaces.cowork?.servers.find(({ name }) => name !== 'wiki');
    if (server?.reason !== 'invalid-entry') continue;
    const worst = lint([wiki, entry]).map(({ severity }) => severity);
    assert.ok(worst.includes('error'), JSON.stringify(entry));
  }
});

test('where no entry is left the message says that the key is unreadable', () => {
  const bad = { name: 'a', transport: 'http', url: 'http://a.example.com' };
  const message = (list: readonly object[], target = {}) => lint(list, target)[0]?.message ?? '';
  assert.match(
    message([bad]),
    /No valid entry remains, so the whole key is unreadable and .* Code allows no other server/,
  );
  assert.doesNotMatch(message([bad], { minimumVersion: '1.24012.9' }), /Code allows/);
  assert.match(message([bad, { name: 'b', transport: 'stdio' }]), /No valid entry remains/);
  assert.match(message([bad, { name: 'b', transport: 'stdio', command: 'npx', args: [1] }]), /No valid entry remains/);
  assert.doesNotMatch(message([bad, wiki]), /No valid entry remains/);
});

test('a duplicate counts only among entries that the app keeps', () => {
  assert.deepEqual(told(lint([wiki, wiki])), ['error policy/duplicate-server-name']);
  assert.deepEqual(told(lint([wiki, { ...wiki, url: 'http://wiki.example.com' }])), ['error policy/server-url-https']);
  assert.deepEqual(told(lint([wiki, { ...wiki, headersHelperTtlSec: 0 }])), ['error policy/schema']);
  assert.deepEqual(lint([wiki, { ...wiki, name: 'Wiki' }]), []);
});

test('every fix of a mistake leads to a text with fewer findings', () => {
  for (const [entry, , target] of mistakes) {
    const text = JSON.stringify({ managedMcpServers: [wiki, entry] });
    const found = lint([wiki, entry], target);
    for (const { fixes = [] } of found) {
      for (const { edits, title } of fixes) {
        const after = applyEdits(text, edits);
        const left = lintFiles({ 'policy.json': after }, { ...settings, target: { ...settings.target, ...target } });
        const worse = left.filter(({ rule }) => rule === found[0]?.rule || rule === 'policy/syntax');
        assert.deepEqual(told(worse), [], `${title}: ${after}`);
      }
    }
  }
});
