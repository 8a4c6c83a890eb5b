import { type Case, type Files, manifest, row } from './case.ts';

type App = Case['app'];
type More = Parameters<typeof row>[3];

const text = (title: string, value: string, app: App, more: More = {}): Case =>
  row(title, { '.mcp.json': value }, app, more);
const json = (title: string, value: unknown, app: App, more: More = {}): Case =>
  text(title, JSON.stringify(value), app, more);
const server = (title: string, entry: unknown, app: App, more: More = {}): Case =>
  json(title, { mcpServers: { desk: entry } }, app, more);

const url = 'https://desk.example/mcp';
const http = (title: string, keys: Readonly<Record<string, unknown>>, app: App, more: More = {}): Case =>
  server(title, { type: 'http', url, ...keys }, app, more);
const stdio = (title: string, keys: Readonly<Record<string, unknown>>, app: App, more: More = {}): Case =>
  server(title, { command: 'desk', ...keys }, app, more);
const desk = { desk: { type: 'http', url } };
const notInCowork = { cowork: 'silent' } as const;
const policyOnly = 'documented for Cowork; the key locks no tool, which nobody else says';

const team = { type: 'string', title: 'Team', description: 'The team' };
const asking = (entry: unknown, userConfig?: unknown): Files => ({
  ...manifest({ userConfig }),
  '.mcp.json': JSON.stringify({ mcpServers: { desk: entry } }),
});

/** `.mcp.json`. */
export const serverCases: readonly Case[] = [
  // The file.
  json('below mcpServers', { mcpServers: desk }, 'silent'),
  json('flat', desk, 'silent'),
  json('nothing', {}, 'silent'),
  json('a list', [{ name: 'desk', type: 'http', url }], 'warning', { cowork: 'error' }),
  json('a list below mcpServers', { mcpServers: [{ name: 'desk', type: 'http', url }] }, 'warning', {
    cowork: 'error',
  }),
  json('null', null, 'error'),
  json('only a text', 'desk', 'error'),
  text('a byte order mark', `\uFEFF${JSON.stringify({ mcpServers: desk })}`, 'error'),
  text('a comment', '{ "mcpServers": {} } // x', 'error'),
  text('a trailing comma', '{ "mcpServers": {}, }', 'error'),
  text('empty', '', 'error'),
  ...['servers', 'mcp_servers', 'managedMcpServers'].map((each) => json(`below ${each}`, { [each]: desk }, 'error')),
  json('a schema beside flat servers', { $schema: 'https://schema.example', ...desk }, 'error', notInCowork),
  json('a schema beside mcpServers', { $schema: 'https://schema.example', mcpServers: desk }, 'silent'),
  json('other keys beside mcpServers', { mcpServers: desk, zebra: 1 }, 'silent'),
  text(
    'a server twice',
    `{ "mcpServers": { "desk": { "type": "http", "url": "${url}" }, "desk": { "type": "http", "url": "${url}" } } }`,
    'silent',
  ),
  ...['my desk', 'a:b', 'a.b', ''].map((name) =>
    json(`a server called "${name}"`, { mcpServers: { [name]: { type: 'http', url } } }, 'silent'),
  ),
  text(
    'a server called __proto__',
    `{ "mcpServers": { "__proto__": { "type": "http", "url": "${url}" } } }`,
    'silent',
    {
      ours: 'warning',
      because: 'the app’s own list lacks it',
    },
  ),

  // Types of servers.
  ...['http', 'sse', 'streamable-http', 'ws'].map((type) =>
    server(`the type ${type}`, { type, url: type === 'ws' ? 'wss://desk.example' : url }, 'silent'),
  ),
  ...['HTTP', 'streamableHttp', 'websocket', 'url', 'local', '', 'sdk', 'sse-ide'].map((type) =>
    server(`the type "${type}"`, { type, url }, 'error'),
  ),
  server('an address without type', { url }, 'error'),
  server('serverUrl', { type: 'http', serverUrl: url }, 'error'),
  server('serverUrl without type', { serverUrl: url }, 'error'),
  server('stdio with an address only', { type: 'stdio', url }, 'error'),
  server('a command and an address', { command: 'desk', url }, 'silent'),
  server('transport instead of type', { transport: 'http', url }, 'error'),
  server('http without address', { type: 'http' }, 'error'),
  server('nothing to reach', { env: {} }, 'error'),
  server('a text', 'desk', 'error'),

  // Local servers.
  stdio('an empty command', { command: '' }, 'error'),
  stdio('a command as a list', { command: ['desk', '-v'] }, 'error'),
  stdio('arguments as a text', { args: '-v' }, 'error'),
  stdio('a number among the arguments', { args: [1] }, 'error'),
  stdio('a number in the environment', { env: { PORT: 1 } }, 'error'),
  stdio('a secret in the environment', { env: { TOKEN: 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' } }, 'silent'),
  stdio('keys that nobody reads', { cwd: '.', disabled: true, description: 'x', zebra: 1 }, 'silent'),
  ...[0, 1.5, -1, '60'].map((timeout) => stdio(`the timeout ${timeout}`, { timeout }, 'error', { cowork: 'warning' })),
  stdio('alwaysLoad as a text', { alwaysLoad: 'yes' }, 'error', { cowork: 'warning' }),

  // Signing in.
  http('oauth true', { oauth: true }, 'error', notInCowork),
  http('oauth false', { oauth: false }, 'error', notInCowork),
  http('oauth as a text', { oauth: 'true' }, 'error'),
  http('oauth null', { oauth: null }, 'error'),
  http('a client', { oauth: { clientId: 'a', callbackPort: 8080, scopes: 'a b', xaa: true } }, 'silent'),
  http('clientId as a number', { oauth: { clientId: 1 } }, 'error'),
  http('callbackPort 0', { oauth: { callbackPort: 0 } }, 'error'),
  http('callbackPort as a text', { oauth: { callbackPort: '80' } }, 'error'),
  http('scopes as a list', { oauth: { scopes: ['a'] } }, 'error'),
  http('metadata without encryption', { oauth: { authServerMetadataUrl: 'http://id.example' } }, 'error'),
  http('xaa as a text', { oauth: { xaa: 'yes' } }, 'error'),
  http('keys of the policy in oauth', { oauth: { scope: 'a', tenantId: 'b', clientSecret: 'c' } }, 'silent'),

  // URLs.
  http('an empty address', { url: '' }, 'silent'),
  http('no encryption', { url: 'http://desk.example/mcp' }, 'warning', notInCowork),
  server('no encryption of a web socket', { type: 'ws', url: 'ws://desk.example' }, 'warning', notInCowork),
  http('no encryption on this computer', { url: 'http://localhost:8080/mcp' }, 'silent'),
  http('a relative address', { url: '/mcp' }, 'error'),
  http('an address without scheme', { url: 'desk.example/mcp' }, 'error'),
  http('a bad port', { url: 'https://desk.example:99999/mcp' }, 'error'),
  http('another scheme', { url: 'ftp://desk.example' }, 'silent'),
  http('a variable', { url: '${DESK_URL}' }, 'silent'),
  http('a password in the address', { url: 'https://a:b@desk.example/mcp?key=abc' }, 'silent'),

  // The rest of a remote server.
  http('a number in the headers', { headers: { 'X-Team': 1 } }, 'error'),
  http(
    'a token in the headers',
    { headers: { 'X-Key': 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' } },
    'warning',
    notInCowork,
  ),
  http(
    'a long Bearer',
    { headers: { Authorization: 'Bearer 0123456789abcdef0123456789abcdef' } },
    'warning',
    notInCowork,
  ),
  http('a blank to fill in', { headers: { Authorization: 'Bearer <token>' } }, 'silent'),
  http('toolPolicy', { toolPolicy: { '*': 'ask' } }, 'silent', { ours: 'warning', because: policyOnly }),
  http('headersHelper', { headersHelper: './token.sh' }, 'silent', { cowork: 'warning' }),
  http('headersHelperTtlSec', { headersHelperTtlSec: 60 }, 'silent', { cowork: 'warning' }),
  http('headersHelper as a list', { headersHelper: ['a'] }, 'error', { cowork: 'warning' }),
  http('transport beside type', { transport: 'http' }, 'silent'),
  http('tools', { tools: [{ name: 'read', permission_policy: 'always_ask' }], discoveryCache: true }, 'silent'),
  http('a policy that is none', { tools: [{ name: 'read', permission_policy: 'ask' }] }, 'error', {
    cowork: 'warning',
  }),
  http('a tool without name', { tools: [{ permission_policy: 'always_ask' }] }, 'error', { cowork: 'warning' }),
  http('tools as an object', { tools: {} }, 'error', { cowork: 'warning' }),
  http('discoveryCache as a text', { discoveryCache: 'no' }, 'error', { cowork: 'warning' }),
  server('sign-in of a web socket', { type: 'ws', url: 'wss://desk.example', oauth: {} }, 'silent'),

  // Placeholders.
  row(
    'an option of the manifest',
    asking({ type: 'http', url: 'https://${user_config.team}.example' }, { team }),
    'silent',
  ),
  row(
    'an option that is none',
    asking({ type: 'http', url: 'https://${user_config.team}.example' }),
    'error',
    notInCowork,
  ),
  row('an option of a program', asking({ command: 'desk', args: ['${user_config.team}'] }, { team }), 'silent'),
  row(
    'an option that is none, of a program',
    asking({ command: 'desk', env: { A: '${user_config.team}' } }),
    'error',
    notInCowork,
  ),
  row(
    'an option with a default',
    asking({ command: 'desk', args: ['${user_config.team:-x}'] }, { team }),
    'error',
    notInCowork,
  ),
  row(
    'an option in headersHelper',
    asking({ type: 'http', url, headersHelper: './token.sh ${user_config.team}' }, { team }),
    'error',
    { cowork: 'warning' },
  ),
  stdio('another name of the plugin folder', { args: ['${PLUGIN_ROOT}/a.js'] }, 'silent', {
    ours: 'warning',
    because: 'documented: it is not filled in, so the program gets the letters',
  }),
  stdio('variables of other tools', { args: ['${workspaceFolder}', '${input:x}', '${__dirname}'] }, 'silent'),
];
