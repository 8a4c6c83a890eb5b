import fc from 'fast-check';

/**
 * Random entries of `managedMcpServers`: a valid one of each type of server, then changed in up to three places. The pools are
 * listed here and do not depend on the catalogue, so that a new key or field never changes the results of a seed.
 */

type Fields = Record<string, unknown>;

const guid = '0d7bb1a2-6a2c-4e0f-9d5e-3b1f6c2a9e10';

const good: readonly Fields[] = [
  { transport: 'http', url: 'https://a.example.com/mcp' },
  { transport: 'sse', url: 'https://a.example.com/sse', headers: { 'X-Team': 'a' }, oauth: true },
  { url: 'https://a.example.com/mcp' },
  { transport: 'http', url: 'https://a.example.com', oauth: { clientId: 'x', tenantId: guid, scope: 's' } },
  { transport: 'stdio', command: 'npx', args: ['-y'], env: { A: 'b' } },
  { transport: 'stdio', command: '/opt/mcp', envHelper: '/opt/env', startupTimeoutSec: 30 },
  { command: 'npx' },
  { transport: 'policy-only', toolPolicy: { read: 'ask' } },
  { server: 'microsoft365', tenantId: guid, clientId: 'x', scope: 'User.Read' },
  { server: 'websearch', provider: 'brave', headers: { 'X-Key': 'k' } },
  { server: 'websearch', provider: 'custom', customUrl: 'https://find.example.com' },
  { server: 'github', clientId: 'Iv1.8a61f9b3a7aba766', host: 'https://github.example.com' },
];

/** Values of a wrong type, empty ones, and placeholders. */
const odd: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  1,
  3.5,
  true,
  false,
  [],
  ['a'],
  [1],
  {},
  { a: 1 },
  '{{x}}',
  '<x>',
  'x',
];

const urls: readonly unknown[] = [
  'https://b.example.com',
  'http://b.example.com',
  'http://localhost:8080/mcp',
  'https://localhost/mcp',
  'http://127.0.0.1',
  'https://[::1]:1/x',
  'http://dev.localhost',
  'b.example.com/mcp',
  'me@b.example.com',
  'https://me@b.example.com',
  'https://me:pw@b.example.com/x',
  'https://b.example.com\\mcp',
  'https://b.example.com/a@b',
  'ws://b.example.com',
  'ftp://localhost',
  'HTTPS://B.EXAMPLE.COM',
  ' https://b.example.com ',
  'https://',
  '//b.example.com',
  '/mcp',
  'https://<region>.example.com',
  '${API}/mcp',
];
const programs: readonly unknown[] = [
  'node',
  'npx -y x',
  './x',
  '../x',
  '~/x',
  '"C:\\x y"',
  "'x'",
  "/Users/o'brien/x",
  '\\\\share\\x.exe',
  '//share/x',
  '%TEMP%\\x',
  '$HOME/x',
  '${HOME}/x',
  '/opt/../x',
  '/opt/x',
  'C:\\x.exe',
  ' /opt/x ',
  'bin/x',
  '$X',
];
const seconds: readonly unknown[] = [5, 4, 600, 601, '60', '4', 'x', -1, '60.5', 1e9];
const permissions: readonly unknown[] = ['allow', 'ask', 'blocked', 'ask-session', 'deny', 'Allow', null, 1, '{{p}}'];

const oauthFields: Readonly<Record<string, readonly unknown[]>> = {
  mode: ['dcr', 'byo', 'hosted', 'DCR'],
  clientId: ['x', guid],
  clientSecret: ['s'],
  clientSecretHelper: ['/opt/s'],
  authorizationServer: [...urls.map((url) => [url]), 'https://login.example.com', ['https://a.example.com', 1]],
  authorizationUrl: urls,
  tokenUrl: urls,
  tenantId: [guid, 'common', 'organizations', 'example.com'],
  authFlow: ['browser', 'broker'],
  scope: ['a b', ['a', 'b']],
  scopes: ['a', ['a', 'b']],
  appendOfflineAccess: ['true'],
  callbackHost: ['localhost', 'example.com'],
  callbackPort: [53280, 80, '53280'],
  additionalRedirectReferrerHosts: ['a.example.com'],
  foo: [1],
  Scope: ['a'],
};

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** Returns a value from the field's own pool, or occasionally an odd one. */
const from = (pool: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 3, arbitrary: pick(pool) }, { weight: 1, arbitrary: pick(odd) });

/** Returns an object with some of the fields, each with a value from its pool. */
const objectOf = (pools: Readonly<Record<string, readonly unknown[]>>): fc.Arbitrary<Fields> =>
  fc
    .uniqueArray(pick(Object.keys(pools)), { maxLength: 3 })
    .chain((keys) => fc.tuple(...keys.map((key) => from(pools[key] ?? odd).map((value) => [key, value] as const))))
    .map((pairs) => Object.fromEntries(pairs));

const server = ['https://login.example.com'];
/** Half of the objects start from a valid one, so that a single mistake is often the only one. */
const oauth = fc
  .tuple(
    pick([{}, { clientId: 'x' }, { clientId: 'x' }, { mode: 'hosted', authorizationServer: server }]),
    objectOf(oauthFields),
  )
  .map(([start, more]) => ({ ...start, ...more }));

const map = fc.dictionary(pick(['A', 'Authorization', 'a b', '']), from(['x', '{{x}}']), { maxKeys: 2 });
const toolPolicy = fc.dictionary(pick(['*', 'read_*', 'read', '', '.*', 'a|b']), from(permissions), { maxKeys: 2 });

const fields: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  name: from(['a', 'b', 'A']),
  transport: from(['http', 'sse', 'stdio', 'policy-only', 'builtin', 'HTTP', 'streamable-http', 'ws']),
  type: from(['http', 'sse', 'stdio', 'policy-only', 'ws']),
  server: from(['microsoft365', 'websearch', 'github', 'gitlab', 'GitHub', 'm365']),
  url: from(urls),
  headers: fc.oneof(map, from(['A=b', '{"A":"b"}'])),
  headersHelper: from(['/opt/h', 'h']),
  headersHelperTtlSec: from(seconds),
  headersHelperRefreshBufferSec: from(seconds),
  oauth: fc.oneof({ weight: 4, arbitrary: oauth }, { weight: 1, arbitrary: from([true, 'true', '1']) }),
  command: from(programs),
  args: from([['-y', 'x'], ['-y', 1], 'x y', [null]]),
  env: fc.oneof(map, from(['{"A":"b"}'])),
  envHelper: from(programs),
  envHelperTtlSec: from(seconds),
  startupTimeoutSec: from(seconds),
  toolPolicy: fc.oneof({ weight: 3, arbitrary: toolPolicy }, { weight: 1, arbitrary: pick(odd) }),
  tenantId: from([guid, 'common', 'consumers', 'example.com', 'Common']),
  clientId: from([guid, 'Iv1.8a61', 'a b', 'x'.repeat(37)]),
  scope: from(['User.Read', 'repo', ['repo'], 'Mail.Everything']),
  scopes: from([['repo'], 'repo']),
  authorityHost: from(['https://login.microsoftonline.us']),
  azureCloud: from(['global', 'us-gov-high', 'Global']),
  continuousAccessEvaluation: from(['enabled', 'disabled', 'on', 'true']),
  provider: from(['brave', 'exa', 'custom', 'google', 'Brave']),
  customUrl: from(urls),
  host: from(urls),
  toolsets: from(['repos', ['repos']]),
  readOnly: from([true, 'true', 'yes']),
  disabled: pick(odd),
  URL: from(urls),
  client_id: from(['x']),
};

const changeOf = (keys: readonly string[]) =>
  pick(keys).chain((key) =>
    fc.oneof(
      { weight: 6, arbitrary: (fields[key] ?? fc.constant(null)).map((value) => ({ key, value })) },
      { weight: 1, arbitrary: fc.constant({ key, value: undefined }) },
    ),
  );

const remoteFields = ['transport', 'url', 'headers', 'headersHelper', 'headersHelperTtlSec', 'oauth', 'oauth', 'oauth'];
const localFields = ['transport', 'command', 'args', 'env', 'envHelper', 'envHelperTtlSec', 'startupTimeoutSec'];
const builtInFields = ['server', 'tenantId', 'clientId', 'scope', 'provider', 'customUrl', 'host', 'readOnly'];

/** Mostly fields of the entry's own type of server, occasionally any. */
const changeTo = (base: Fields) => {
  const own = 'server' in base ? builtInFields : 'command' in base ? localFields : remoteFields;
  return fc.oneof(
    { weight: 3, arbitrary: changeOf(['name', 'toolPolicy', ...own]) },
    { weight: 1, arbitrary: changeOf(Object.keys(fields)) },
  );
};

const entry: fc.Arbitrary<Fields> = pick(good)
  .chain((base) => fc.tuple(fc.constant(base), fc.array(changeTo(base), { maxLength: 3 })))
  .map(([base, changes]) => {
    const all: Fields = { name: 'a', ...base };
    for (const { key, value } of changes) {
      if (value === undefined) delete all[key];
      else all[key] = value;
    }
    return all;
  });

const item: fc.Arbitrary<unknown> = fc.oneof({ weight: 30, arbitrary: entry }, { weight: 1, arbitrary: pick(odd) });

/** Gives each entry that is still named `a` a different name. */
const distinct = (items: readonly unknown[]): unknown[] =>
  items.map((each, i) => (isObject(each) && each.name === 'a' ? { ...each, name: `a${i}` } : each));
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One to five entries with different names; in one of four lists, names may be equal. Occasionally an entry is not an object. */
export const entries: fc.Arbitrary<readonly unknown[]> = fc
  .tuple(fc.array(item, { minLength: 1, maxLength: 5 }), pick([true, true, true, false]))
  .map(([items, isDistinct]) => (isDistinct ? distinct(items) : items));

/** App versions next to each boundary that affects an entry. */
export const versions: fc.Arbitrary<string> = pick([
  '1.14271.0',
  '1.15962.0',
  '1.18286.0',
  '1.19367.0',
  '1.22209.0',
  '1.24012.0',
  '1.25927.0',
  '1.32352.0',
  '1.40609.0',
  '1.46388.4',
  '2.7032.0',
]);

/** Instants on both sides of the cut-off. */
export const dates: fc.Arbitrary<string> = pick([
  '2026-09-01',
  '2026-10-07T18:59:59Z',
  '2026-10-07T19:00:00Z',
  '2026-11-20',
]);
