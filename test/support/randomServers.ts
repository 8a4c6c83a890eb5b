import fc from 'fast-check';

/**
 * Random entries of `.mcp.json`: a valid one of each type of server, then changed in up to three places. The pools are listed
 * here, so that a new key in the product never changes the results of a seed.
 */

type Fields = Record<string, unknown>;

const good: readonly Fields[] = [
  { type: 'http', url: 'https://a.example.com/mcp' },
  { type: 'sse', url: 'https://a.example.com/sse', headers: { 'X-Team': 'a' } },
  { type: 'streamable-http', url: 'https://a.example.com' },
  { type: 'ws', url: 'wss://a.example.com' },
  { type: 'http', url: 'https://a.example.com', oauth: { clientId: 'x', callbackPort: 80, xaa: true } },
  { type: 'http', url: '${API}/mcp', timeout: 60000, alwaysLoad: true, tools: [{ name: 'a' }] },
  { type: 'stdio', command: 'npx', args: ['-y'], env: { A: 'b' } },
  { command: 'npx', args: ['${CLAUDE_PLUGIN_ROOT}/a.js'] },
  { command: 'npx', env: { A: '${user_config.team}' } },
];

/** Values of a wrong type and empty ones. */
const odd: readonly unknown[] = [null, '', ' ', 0, 1, 3.5, true, false, [], ['a'], [1], {}, { a: 1 }, 'x'];

const urls: readonly unknown[] = [
  'https://b.example.com',
  'http://b.example.com',
  'ws://b.example.com',
  'b.example.com/mcp',
  '//b.example.com',
  '/mcp',
  'https://b.example.com:84430/x',
  'https://b.example.com:/x',
  'https://me:pw@b.example.com:x/y',
  'https://${HOST}:${PORT}/x',
  '<url>',
  'ftp://b.example.com',
  'HTTPS://B.EXAMPLE.COM',
  'https://${user_config.host}/mcp',
  'https://${user_config.team}/mcp',
  'https://${user_config.team:-a}/mcp',
];
const programs: readonly unknown[] = [
  'node',
  './x',
  '${CLAUDE_PLUGIN_ROOT}/x',
  '${user_config.team}',
  '${user_config.zone',
  'a b',
];
const types: readonly unknown[] = [
  'http',
  'sse',
  'stdio',
  'ws',
  'streamable-http',
  'HTTP',
  'https',
  'websocket',
  'toString',
];

const pools: Readonly<Record<string, readonly unknown[]>> = {
  type: types,
  transport: types,
  url: urls,
  serverUrl: urls,
  endpoint: urls,
  command: programs,
  cmd: programs,
  args: [['-y', 'x'], ['-y', 1], 'x y', [null], ['${user_config.host}'], ['${user_config.team:-x}']],
  env: [{ A: 'b' }, { A: 1 }, { A: '${user_config.team}' }, { A: '${user_config.}' }],
  headers: [{ A: 'b' }, { A: 1 }, 'A=b', { A: '${user_config.host}' }],
  headersHelper: ['/opt/h', '/opt/h ${user_config.team}'],
  oauth: [
    true,
    false,
    { clientId: 'x' },
    { clientId: 1 },
    { callbackPort: 0 },
    { scope: 1 },
    { authServerMetadataUrl: 'http://a' },
  ],
  timeout: [60000, 0.5, '60'],
  alwaysLoad: [true, 'yes'],
  discoveryCache: [true, 1],
  tools: [[{ name: 'a', permission_policy: 'always_ask' }], [{ name: 'a', permission_policy: 'ask' }], [{}], ['a']],
  toolPolicy: [{ a: 'allow' }],
  disabled: odd,
};

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const from = (pool: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: pick(pool) }, { weight: 1, arbitrary: pick(odd) });

const change = pick(Object.keys(pools)).chain((key) =>
  fc.oneof(
    { weight: 4, arbitrary: from(pools[key] ?? odd).map((value) => ({ key, value })) },
    { weight: 1, arbitrary: fc.constant({ key, value: undefined }) },
  ),
);
/** The keys that decide are removed more often, so that each entry may be lost. */
const loss = pick(['type', 'url', 'command']).map((key) => ({ key, value: undefined }));

const entry: fc.Arbitrary<unknown> = fc
  .tuple(
    pick(good),
    fc.array(fc.oneof({ weight: 4, arbitrary: change }, { weight: 1, arbitrary: loss }), { maxLength: 3 }),
  )
  .map(([base, changes]) => {
    const all: Fields = { ...base };
    for (const { key, value } of changes) {
      if (value === undefined) delete all[key];
      else all[key] = value;
    }
    return all;
  });

/** One to five servers by name. Occasionally an entry is not an object. */
export const servers: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.dictionary(
  pick(['a', 'b', 'c', 'd', 'e f', 'notes.v2']),
  fc.oneof({ weight: 30, arbitrary: entry }, { weight: 1, arbitrary: pick(odd) }),
  { minKeys: 1, maxKeys: 5, noNullPrototype: true },
);

/** Whether the servers are below `mcpServers`. */
export const isWrapped: fc.Arbitrary<boolean> = pick([true, true, true, false]);

export const hosts = pick([['desktop-3p'], ['claude-code'], ['desktop-3p', 'claude-code']] as const);
