import fc from 'fast-check';

/**
 * Random manifests of plugins: a valid one, changed in up to three places. The pools are listed here, so that a new key in the
 * product never changes the results of a seed.
 */

type Fields = Record<string, unknown>;

const option = { type: 'string', title: 'Team', description: 'The team' };
const server = { type: 'http', url: 'https://a.example.com/mcp' };
const language = { command: 'tide-ls', extensionToLanguage: { '.tide': 'tide' } };
const monitor = { name: 'log', command: 'tail -f log', description: 'The log' };
const run = { type: 'command', command: 'echo done' };

const odd: readonly unknown[] = [null, '', ' ', 0, 3.5, true, [], ['a'], [1], {}, { a: 1 }, 'x'];
const paths: readonly unknown[] = [
  './more',
  './more/a',
  './more/a.md',
  './more/a.json',
  'more',
  '../more',
  '/more',
  './m*',
  '~/m',
  './',
  '.',
];

/** Valid and invalid values for each key. */
const pools: Readonly<Record<string, readonly unknown[]>> = {
  name: [
    'pilot',
    'Pilot',
    'my pilot',
    'claude-pilot',
    'claude',
    'pilot-claude',
    'official-anthropic',
    'pilot\n',
    'pi\u202elot',
  ],
  version: ['1.0.0', 'x', 1],
  description: ['Reviews'],
  author: [{ name: 'Harbour' }, { name: 'Anthropic' }, { name: '' }, 'Harbour', { email: 'a' }],
  homepage: ['https://a.example.com', 'a.example.com', 'mailto:a@example.com', '//a', ''],
  repository: ['https://a.example.com', { url: 'a' }],
  license: ['MIT', 1],
  keywords: [['a'], 'a, b', [1]],
  engines: [
    { 'claude-code': '>=2.1.0' },
    { 'claude-code': 'new' },
    { 'claude-code': '' },
    { 'claude-code': '1 - 2 || 3.x' },
  ],
  metadata: [{ a: 1 }, 'x'],
  installationPreference: ['required', 'auto', true],
  skills: [...paths, ['./more', './more/a']],
  commands: [
    './more/a.md',
    'more/a.md',
    ['./more/a.md', '../a.md'],
    { a: { source: './more/a.md' } },
    { a: { content: 'A' } },
    { a: { content: '' } },
    { a: { source: './more/a.md', content: 'A' } },
    { a: {} },
    { a: { content: 1 } },
  ],
  agents: ['./more/a.md', './more/a.md/', 'a.md', ['./more/a.md'], { a: 1 }],
  hooks: [
    './more/a.json',
    './more/a.json/',
    { Stop: [{ hooks: [run] }] },
    { Stop: [{ hooks: [{ ...run, type: 'x' }] }] },
    { PreToolUse: [{ hooks: [{ ...run, type: 'x' }] }] },
    { PreToolUse: [{ matcher: 1, hooks: [run] }] },
    { preToolUse: [{ hooks: [run] }] },
    ['./more/a.json', { PreToolUse: [{ hooks: [{ ...run, timeout: 0 }] }] }],
  ],
  mcpServers: [
    './more/a.json',
    'more/a.json',
    { crm: server },
    { crm: { url: server.url } },
    { crm: { ...server, oauth: true } },
    { crm: { ...server, timeout: '1' } },
    { crm: { ...server, url: 'a.example.com' } },
    { crm: { type: 'http', serverUrl: server.url } },
    { crm: { command: 'crm', args: [1] } },
    { crm: { command: 'crm', env: { A: '${user_config.zone}' } } },
    { crm: {} },
    { crm: 1 },
    ['./more/a.json', { crm: { type: 'HTTP', url: server.url } }],
    { mcpServers: { crm: server } },
  ],
  lspServers: [
    { tide: language },
    { tide: { ...language, rootPatterns: ['a'] } },
    { tide: { command: 'tide-ls', extensionToLanguage: { tide: 'tide' } } },
    { tide: { command: 'tide-ls', extensionToLanguage: {} } },
    { tide: { command: 'tide-ls', extensionToLanguage: { '.tide': '' } } },
    './more/a.json/',
    { tide: { ...language, command: 'tide-ls --stdio' } },
    { tide: { command: 'tide-ls' } },
    ['./more/a.json', { tide: { ...language, restartOnCrash: 1 } }],
  ],
  experimental: [
    { monitors: [monitor] },
    { monitors: [monitor, monitor] },
    { monitors: [{ ...monitor, every: 5 }] },
    { monitors: [{ ...monitor, when: 'never' }] },
    { monitors: './more/a.json' },
    { themes: 'more' },
    'x',
  ],
  monitors: [[monitor], [monitor, monitor], [{ ...monitor, every: 5 }]],
  userConfig: [
    { team: option },
    { 'my team': option },
    { team: { ...option, sensitve: true } },
    { team: { ...option, type: 'text' } },
    { team: { ...option, options: ['a'], default: 'a' } },
    { team: { ...option, options: ['a'], default: 'b' } },
    { team: { ...option, options: ['a'] } },
    ...[['a', 'A'], [' '], ['a '], ['a\nb'], ['x'.repeat(65)]].map((options) => ({
      team: { ...option, options, required: true },
    })),
    { team: { ...option, options: ['a'], required: true, multiple: true } },
    { team: { type: 'string' } },
  ],
  channels: [
    [{ server: 'crm' }],
    [{ server: 'crm', port: 1 }],
    [{ server: 'crm', userConfig: { 'a b': option } }],
    [{}],
  ],
  dependencies: [
    ['notes'],
    ['../notes'],
    ['notes@'],
    ['notes@shop'],
    ['notes@^1'],
    ['a b'],
    [{ name: 'notes' }],
    [{ name: 'a@b' }],
    [1],
  ],
  defaultEnabled: [true, 'yes'],
  tags: [['a']],
  unknown: odd,
};

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const from = (pool: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 6, arbitrary: pick(pool) }, { weight: 1, arbitrary: pick(odd) });

const change = pick(Object.keys(pools)).chain((key) =>
  fc.oneof(
    { weight: 12, arbitrary: from(pools[key] ?? odd).map((value) => ({ key, value })) },
    { weight: 1, arbitrary: fc.constant({ key, value: undefined }) },
  ),
);

const good: Fields = { name: 'pilot', version: '1.0.0', description: 'Reviews', author: { name: 'Harbour' } };

/** Occasionally a manifest is not an object. */
export const manifests: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.array(change, { maxLength: 3 }).map((changes) => {
      const all: Fields = { ...good };
      for (const { key, value } of changes) {
        if (value === undefined) delete all[key];
        else all[key] = value;
      }
      return all;
    }),
  },
  { weight: 1, arbitrary: pick(odd) },
);
