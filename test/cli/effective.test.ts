import assert from 'node:assert/strict';
import { test } from 'node:test';
import { root } from '../support/root.ts';
import { folderOf, plugboard } from './support.ts';

interface Tool {
  readonly name: string;
  readonly state: string;
  readonly rule: string;
  readonly origin: { readonly file: string } | null;
}
interface Server {
  readonly name: string;
  readonly active: boolean;
  readonly reason: string | null;
  readonly tools: readonly Tool[];
}
interface Answer {
  readonly id?: string;
  readonly target: { readonly minimumVersion: string; readonly date: string; readonly hosts: readonly string[] };
  readonly source: { readonly kind: string };
  readonly plugins: readonly { readonly directory: string; readonly active: boolean; readonly reason: string | null }[];
  readonly surfaces: Readonly<
    Record<string, { readonly builtinTools: readonly Tool[]; readonly servers: readonly Server[] } | undefined>
  >;
}

function run<T>(cwd: string, ...args: readonly string[]): T {
  const { code, out, err } = plugboard(cwd, 'effective', '--format', 'json', ...args);
  assert.equal(code, 0, err);
  return JSON.parse(out) as T;
}
const effective = (cwd: string, ...args: readonly string[]): Answer => run<Answer>(cwd, ...args);

const named = <T extends { readonly name: string }>(list: readonly T[] | undefined, name: string): T | undefined =>
  list?.find((each) => each.name === name);

const policy = {
  inferenceProvider: 'vertex',
  disabledBuiltinTools: ['Bash'],
  managedMcpServers: [
    {
      name: 'docs',
      transport: 'http',
      url: 'https://docs.example.com/mcp',
      toolPolicy: { 'read_*': 'allow', read_secret: 'blocked' },
    },
  ],
};
const plugin = (installationPreference: string) => JSON.stringify({ name: 'desk', installationPreference });
const server = (name: string) =>
  JSON.stringify({ mcpServers: { [name]: { type: 'http', url: `https://${name}.example.com/mcp` } } });

test('the sample: everything is found in the folder, each decision with its place', () => {
  const { source, plugins, surfaces, target } = effective(
    root,
    'sample',
    '--tools',
    'sample/tools.json',
    '--date',
    '2026-11-21',
  );
  assert.equal(source.kind, 'managed');
  assert.deepEqual(target, {
    minimumVersion: target.minimumVersion,
    date: '2026-11-21T00:00:00Z',
    hosts: ['desktop-3p'],
  });
  assert.deepEqual(
    plugins.map(({ directory, active, reason }) => [directory, active, reason]),
    [
      ['berth-desk', false, 'plugin-not-installed'],
      ['crane-log', false, 'no-manifest'],
      ['tide-tables', true, null],
    ],
  );
  const { cowork, code, chat } = surfaces;
  const bash = named(cowork?.builtinTools, 'Bash');
  assert.deepEqual(
    [bash?.state, bash?.rule, bash?.origin?.file],
    ['removed', 'disabledBuiltinTools', 'sample/fleet.json'],
  );
  const note = (servers: readonly Server[] | undefined) => named(named(servers, 'harbour-log')?.tools, 'write_note');
  assert.deepEqual([note(code?.servers)?.state, note(code?.servers)?.rule], ['ask', 'write_* wildcard']);
  assert.equal(note(cowork?.servers)?.state, 'allow');
  assert.equal(named(chat?.servers, 'customs')?.reason, 'invalid-entry');
});

test('flags name each source; --installed and --uninstalled take several names', (t) => {
  const folder = folderOf(t, {
    'p.json': JSON.stringify(policy),
    'plugins/desk/.claude-plugin/plugin.json': plugin('available'),
    'plugins/desk/.mcp.json': server('desk'),
    'plugins/auto/.claude-plugin/plugin.json': plugin('auto_install'),
    'plugins/auto/.mcp.json': server('auto'),
    'user.json': JSON.stringify({ mcpServers: { mine: { command: 'mine' } } }),
  });
  const active = (...args: string[]) => {
    const { surfaces } = effective(
      folder,
      '--policy',
      'managed=p.json',
      '--org-plugins',
      'plugins',
      '--user-config',
      'user.json',
      '--surface',
      'cowork',
      ...args,
    );
    assert.deepEqual(Object.keys(surfaces), ['cowork']);
    const running = surfaces.cowork?.servers.filter((each) => each.active) ?? [];
    return running.map((each) => each.name).sort();
  };
  assert.deepEqual(active(), ['auto', 'docs', 'mine']);
  assert.deepEqual(active('--installed', 'other', 'desk'), ['auto', 'desk', 'docs', 'mine']);
  assert.deepEqual(active('--uninstalled', 'auto'), ['docs', 'mine']);
});

test('--case takes everything from one file', (t) => {
  const one = { id: 'x', surface: 'cowork', policy, tools: { docs: ['read_page', 'read_secret'] }, date: '2026-09-15' };
  const folder = folderOf(t, {
    'one.json': JSON.stringify(one),
    'many.json': JSON.stringify({ cases: [one, { ...one, id: 'y' }] }),
  });
  const states = ({ surfaces }: Answer) =>
    surfaces.cowork?.servers[0]?.tools.map((tool) => [tool.name, tool.state, tool.rule, tool.origin?.file]);
  const expected = [
    ['read_page', 'allow', 'read_* wildcard', 'one.json'],
    ['read_secret', 'blocked', 'read_secret exact', 'one.json'],
    ['read_*', 'allow', 'read_* wildcard', 'one.json'],
  ];
  assert.deepEqual(states(effective(folder, '--case', 'one.json')), expected);
  assert.equal(effective(folder, '--case', 'many.json', '--id', 'y').target.date, '2026-09-15');
  assert.deepEqual(
    run<Answer[]>(folder, '--case', 'many.json').map(({ id }) => id),
    ['x', 'y'],
  );
});

test('text and Markdown: one table, a column for each surface', () => {
  const { out } = plugboard(root, 'effective', 'sample', '--tools', 'sample/tools.json');
  assert.match(out, /write_note +Allow +Ask +Ask +Cowork: write_note sample\/fleet\.json:\d+/);
  assert.match(out, /customs \(managed, http\) +Dropped/);
  const { out: page } = plugboard(root, 'effective', 'sample', '--tools', 'sample/tools.json', '--format', 'markdown');
  assert.match(page, /\| Servers and their tools \| Cowork \| Code \| Chat \| Decided by \|/);
  assert.match(page, /\| write_note \| Allow \| Ask \| Ask \|/);
});

test('what cannot be read is said in one line with its place', (t) => {
  const folder = folderOf(t, {
    'broken.json': '{\n  "a": 1,\n  "b" 2\n}',
    'p.mobileconfig': '<plist version="1.0"><dict><key>isLocalDevMcpEnabled</key></dict></plist>',
    'empty/x.txt': '',
  });
  const fails = (...args: string[]) => {
    const { code, out, err } = plugboard(folder, 'effective', ...args);
    assert.deepEqual([code, out], [2, '']);
    return err;
  };
  assert.match(fails('--policy', 'broken.json'), /^plugboard: broken\.json:3:\d+ cannot be read: [^\n]+\n$/);
  assert.match(fails('--policy', 'p.mobileconfig'), /^plugboard: p\.mobileconfig:1:\d+ cannot be read: [^\n]+\n$/);
  assert.match(fails('empty'), /^plugboard: empty contains no policy and no plugins folder[^\n]+\n$/);
});

test('secrets of a policy do not get out', (t) => {
  const secret = {
    ...policy,
    inferenceGatewayApiKey: 'sk-abcdefghijklmnop1234',
    managedMcpServers: [{ ...policy.managedMcpServers[0], headers: { Authorization: 'Bearer topsecret99' } }],
  };
  const folder = folderOf(t, { 'p.json': JSON.stringify(secret) });
  for (const format of ['text', 'json', 'markdown']) {
    const { out } = plugboard(folder, 'effective', '--policy', 'p.json', '--format', format);
    assert.ok(out.length > 0);
    assert.doesNotMatch(out, /abcdefghijklmnop|topsecret99/);
  }
});

test('a policy means the same in every format', (t) => {
  const policy = JSON.stringify({
    inferenceProvider: 'anthropic',
    isLocalDevMcpEnabled: false,
    disabledBuiltinTools: ['Bash'],
    builtinToolPolicy: { Write: 'ask' },
    managedMcpServers: [
      {
        name: 'crm',
        transport: 'http',
        url: 'https://crm.example.com/mcp',
        toolPolicy: { 'read_*': 'allow', drop: 'blocked' },
      },
      { name: 'old', transport: 'http', url: 'http://old.example.com/mcp' },
    ],
  });
  const folder = folderOf(t, { 'p.json': policy, 'tools.json': '{ "crm": ["read_a", "drop", "other"] }' });
  const states = (file: string): unknown => {
    const { out } = plugboard(folder, 'effective', '--policy', file, '--tools', 'tools.json', '--format', 'json');
    // Only locations in the file may differ.
    return JSON.parse(out, (key, value) => (key === 'origin' || key === 'cause' ? undefined : value)).surfaces;
  };
  const expected = states('p.json');
  assert.match(JSON.stringify(expected), /"name":"drop","state":"blocked"/);
  for (const to of ['mobileconfig', 'plist', 'reg', 'linux']) {
    assert.equal(plugboard(folder, 'convert', 'p.json', '--to', to, '--output', `p.${to}`).code, 0);
    assert.deepEqual(states(`p.${to}`), expected, to);
  }
});
