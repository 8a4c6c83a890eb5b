import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../server/core/policy/convert/convertPolicy.ts';
import { serversIn } from '../../server/mcp/find.ts';
import { filledIn, type Planned, planOf } from '../../server/mcp/plan.ts';
import { base, workspaceOf } from '../support/lint.ts';

type Files = Readonly<Record<string, string>>;

function planned(files: Files, file: string, name: string): Planned | { readonly problem: string } {
  const workspace = workspaceOf(files);
  const document = workspace.get(`${base}/${file}`);
  assert.ok(document, `${file} is no document`);
  const server = serversIn(document, workspace.roots).find((each) => each.name === name);
  assert.ok(server, `unknown ${name}`);
  return planOf(server, { document: (uri) => workspace.get(uri), home: '/home/ada' });
}

function planFor(files: Files, file: string, name: string): Planned {
  const found = planned(files, file, name);
  assert.ok(!('problem' in found), JSON.stringify(found));
  return found;
}

const filled = (found: Planned, values: Readonly<Record<string, string>> = {}) =>
  filledIn(found, { values: new Map(Object.entries(values)) });

const policy = `{
  "inferenceProvider": "anthropic",
  "managedMcpServers": [
    { "name": "docs", "transport": "http", "url": "docs.example.com/mcp", "headers": { "X-Team": "harbour", "X-Mail": "{{mail}}" } },
    { "name": "prog", "transport": "stdio", "command": "serve", "args": ["--api-key", "abcdef", "--port", "80"], "env": { "MODE": "test" } },
    { "name": "help", "transport": "http", "url": "https://h.example.com", "headersHelper": "/usr/bin/helper", "oauth": true }
  ]
}
`;

test('a server of a policy, in every format', () => {
  const names = { identifier: 'example.claude' };
  const texts: Files = {
    'policy.json': policy,
    'policy.mobileconfig': convert(policy, 'mobileconfig', names).text,
    'policy.plist': convert(policy, 'plist', names).text,
    'policy.reg': convert(policy, 'reg', names).text,
  };
  for (const [file, text] of Object.entries(texts)) {
    const found = planFor({ [file]: text }, file, 'docs');
    assert.deepEqual(found.plan.lines, [
      ['POST', 'https://docs.example.com/mcp'],
      ['Header', 'X-Team: •••'],
      ['Header', 'X-Mail: {{mail}}'],
    ]);
    const { server, missing } = filled(found, { mail: 'ada@example.com' });
    assert.deepEqual(missing, []);
    assert.ok(server.transport === 'http');
    assert.deepEqual(server.headers, { 'X-Team': 'harbour', 'X-Mail': 'ada@example.com' });
  }
});

test('a program of a policy runs at home; what follows a name like --api-key is hidden', () => {
  const { plan, template } = planFor({ 'policy.json': policy }, 'policy.json', 'prog');
  assert.deepEqual(plan.lines, [
    ['Run', 'serve --api-key ••• --port 80'],
    ['Folder', '/home/ada'],
    ['Environment', 'MODE'],
  ]);
  assert.ok(template.transport === 'stdio');
  assert.deepEqual(template.args, ['--api-key', 'abcdef', '--port', '80']);
});

test('helpers are never run, and say so', () => {
  const { plan } = planFor({ 'policy.json': policy }, 'policy.json', 'help');
  assert.match(plan.remarks.join(' '), /headersHelper is never run here.*signs in/);
});

const desk = 'org-plugins/desk';
const plugin: Files = {
  [`${desk}/.claude-plugin/plugin.json`]: `{
    "name": "desk",
    "userConfig": {
      "token": { "type": "string", "title": "Token of the desk", "description": "x", "sensitive": true },
      "region": { "type": "string", "title": "Region", "description": "x", "default": "north" }
    },
    "mcpServers": { "inline": { "type": "http", "url": "https://\${user_config.region}.example.com", "headers": { "Authorization": "Bearer \${user_config.token}" } } }
  }`,
  [`${desk}/.mcp.json`]: `{
    "mcpServers": {
      "local": { "command": "\${CLAUDE_PLUGIN_ROOT}/bin/serve", "args": ["--data", "\${CLAUDE_PLUGIN_DATA}", "\${LEVEL:-info}"], "env": { "KEY": "\${API_KEY}" } },
      "old": { "transport": "sse", "url": "https://old.example.com/sse" },
      "socket": { "type": "ws", "url": "wss://x.example.com" },
      "empty": { "type": "http" }
    }
  }`,
};

test('what is sent in plain text says so, and no user or query is shown', () => {
  const url = 'http://ada:hunter2@docs.example.com/mcp?key=hunter2&team=${TEAM}#x';
  const files = { '.mcp.json': JSON.stringify({ mcpServers: { docs: { type: 'http', url } } }) };
  const { plan } = planFor(files, '.mcp.json', 'docs');
  assert.deepEqual(plan.lines, [['POST', 'http://•••@docs.example.com/mcp?key=•••&team=${TEAM}#x']]);
  assert.match(plan.remarks.join(' '), /The URL is http/);
});

test('a program of a plugin: its folder is filled in, the rest is asked for', () => {
  const found = planFor(plugin, `${desk}/.mcp.json`, 'local');
  assert.deepEqual(found.plan.lines, [
    ['Run', '/w/org-plugins/desk/bin/serve --data ${CLAUDE_PLUGIN_DATA} ${LEVEL:-info}'],
    ['Folder', '/w/org-plugins/desk'],
    ['Environment', 'CLAUDE_PLUGIN_ROOT, KEY'],
  ]);
  assert.deepEqual(
    found.plan.needs.map(({ name, isSecret, fallback }) => [name, isSecret, fallback]),
    [
      ['CLAUDE_PLUGIN_DATA', false, undefined],
      ['LEVEL', false, 'info'],
      ['API_KEY', true, undefined],
    ],
  );
  assert.deepEqual(
    filled(found).missing.map(({ name }) => name),
    ['CLAUDE_PLUGIN_DATA', 'API_KEY'],
  );
  const { server, secrets } = filled(found, { CLAUDE_PLUGIN_DATA: '/data', API_KEY: 'k-e-y' });
  assert.ok(server.transport === 'stdio');
  assert.deepEqual(server.args, ['--data', '/data', 'info']);
  assert.deepEqual(server.env, { KEY: 'k-e-y', CLAUDE_PLUGIN_ROOT: '/w/org-plugins/desk' });
  assert.deepEqual(secrets, ['k-e-y']);
});

test('options are asked for as the manifest asks for them', () => {
  const found = planFor(plugin, `${desk}/.claude-plugin/plugin.json`, 'inline');
  assert.deepEqual(found.plan.needs, [
    { name: 'user_config.region', title: 'Region', isSecret: false, fallback: 'north' },
    { name: 'user_config.token', title: 'Token of the desk', isSecret: true },
  ]);
  const { server } = filled(found, { 'user_config.token': '$1$& and $`' });
  assert.deepEqual(server, {
    name: 'inline',
    transport: 'http',
    url: 'https://north.example.com',
    headers: { Authorization: 'Bearer $1$& and $`' },
  });
});

test('the older transport under either word; what cannot be asked says why', () => {
  assert.equal(planFor(plugin, `${desk}/.mcp.json`, 'old').template.transport, 'sse');
  for (const [name, why] of [
    ['socket', /web socket/],
    ['empty', /no URL/],
  ] as const) {
    const found = planned(plugin, `${desk}/.mcp.json`, name);
    assert.ok('problem' in found);
    assert.match(found.problem, why);
  }
});

test('headers that are given take the place of those that are written, whatever their capitals', () => {
  const found = planFor({ 'policy.json': policy }, 'policy.json', 'docs');
  const { server } = filledIn(found, { values: new Map([['mail', 'a']]), headers: { 'x-team': 'other' } });
  assert.ok(server.transport === 'http');
  assert.deepEqual(server.headers, { 'X-Mail': 'a', 'x-team': 'other' });
});
