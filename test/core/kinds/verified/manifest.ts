import { type Case, key, manifestPath, row } from './case.ts';

const text = (title: string, value: string, app: Case['app']): Case => row(title, { [manifestPath]: value }, app);
const option = { type: 'string', title: 'Team', description: 'The team' };
const options = (title: string, keys: Readonly<Record<string, unknown>>, app: Case['app']): Case =>
  key(title, { userConfig: { team: { ...option, ...keys } } }, app);
const needs = (title: string, dependency: unknown, app: Case['app']): Case =>
  key(title, { dependencies: [dependency] }, app);
const claudeCodeOnly = { cowork: 'silent' } as const;

/** The keys of `plugin.json`. */
export const manifestCases: readonly Case[] = [
  // The file.
  key('whole', {}, 'silent'),
  text('a list', '[]', 'error'),
  text('a text', '"reviewer"', 'error'),
  text('null', 'null', 'error'),
  text('empty', '', 'error'),
  text('a comment', '{ "name": "a" } // x', 'error'),
  text('a trailing comma', '{ "name": "a", }', 'error'),
  row(
    'a byte order mark',
    {
      [manifestPath]:
        '\uFEFF{ "name": "reviewer", "version": "1", "description": "Reviews", "author": { "name": "A" } }',
    },
    'silent',
  ),
  row(
    'a key twice',
    {
      [manifestPath]:
        '{ "name": "a", "name": "reviewer", "version": "1", "description": "Reviews", "author": { "name": "A" } }',
    },
    'silent',
  ),

  // Required and recommended keys.
  key('no name', { name: undefined }, 'error'),
  key('no version', { version: undefined }, 'warning', claudeCodeOnly),
  key('an empty version', { version: '' }, 'warning', claudeCodeOnly),
  key('any version', { version: 'next' }, 'silent'),
  key('no description', { description: undefined }, 'warning', claudeCodeOnly),
  key('an empty description', { description: '' }, 'warning', claudeCodeOnly),
  key('no author', { author: undefined }, 'warning', claudeCodeOnly),

  // Types.
  ...['name', 'displayName', 'version', 'description', 'homepage', 'repository', 'license', '$schema', 'types'].map(
    (each) => key(`${each} is a number`, { [each]: 1 }, 'error'),
  ),
  ...['name', 'version', 'author', 'keywords', 'skills', 'hooks', 'userConfig', 'defaultEnabled'].map((each) =>
    key(`${each} is null`, { [each]: null }, 'error'),
  ),
  ...['metadata', 'experimental', 'engines'].flatMap((each) => [
    key(`${each} is a text`, { [each]: 'x' }, 'warning'),
    key(`${each} is null`, { [each]: null }, 'warning'),
  ]),
  key('author is a text', { author: 'Ada <ada@harbour.example>' }, 'error'),
  key('author has no name', { author: { email: 'ada@harbour.example' } }, 'error'),
  key('author has an empty name', { author: { name: '' } }, 'error'),
  key('author has odd addresses and other keys', { author: { name: 'A', email: 'x', url: 'y', team: 1 } }, 'silent'),
  key('repository is an object', { repository: { type: 'git', url: 'https://git.harbour.example/a' } }, 'error'),
  key('any repository', { repository: 'a/b' }, 'silent'),
  key('homepage is no address', { homepage: 'www.harbour.example' }, 'error'),
  key('homepage without encryption', { homepage: 'http://harbour.example' }, 'silent'),
  key('any license', { license: 'ours' }, 'silent'),
  key('keywords is a text', { keywords: 'review, code' }, 'error'),
  key('keywords has a number', { keywords: ['a', 1] }, 'error'),
  key('settings is a text', { settings: 'x' }, 'error'),
  key('defaultEnabled is a text', { defaultEnabled: 'yes' }, 'error'),
  key('engines with a range', { engines: { 'claude-code': '>=2.1.0 <3' } }, 'silent'),
  key('engines without a range', { engines: { 'claude-code': 'the newest' } }, 'error'),

  // Names.
  key('a name with a space', { name: 'code reviewer' }, 'error', { cowork: 'silent' }),
  key('an empty name', { name: '' }, 'error'),
  key('a name with a control character', { name: 'code\u0001reviewer' }, 'error', { cowork: 'silent' }),
  ...[
    'claude-reviewer',
    'Anthropic-x',
    'anthropics_x',
    'cc-plugin-x',
    'claude',
    'anthropics',
    'claude-code',
    'claude-mods',
    'official-claude',
  ].map((name) => key(`the reserved name ${name}`, { name }, 'error', claudeCodeOnly)),
  ...['for-claude', 'Reviewer', 'code_reviewer', 'a/b', 'a:b', 'a@b', 'prüfer', '-a', '.a'].map((name) =>
    key(`the name ${name}`, { name }, 'warning', claudeCodeOnly),
  ),
  key('a long name', { name: 'a'.repeat(129) }, 'silent'),

  // Keys that are unknown, or belong elsewhere.
  key('a slip', { keyword: ['a'] }, 'warning'),
  key('an unknown key', { zebra: 1 }, 'warning', claudeCodeOnly),
  ...['scripts', 'main', 'activationEvents', 'prompts', '_comment'].map((each) =>
    key(`${each} of another manifest`, { [each]: 'x' }, 'warning', {
      ours: 'silent',
      because: 'the app itself calls them safe to keep',
    }),
  ),
  ...['tags', 'category', 'strict', 'source', 'id', 'relevance', 'headersHelper'].map((each) =>
    key(`${each} of a marketplace`, { [each]: 'x' }, 'warning', claudeCodeOnly),
  ),
  key('themes at the top', { themes: [] }, 'warning', claudeCodeOnly),
  key('monitors at the top', { monitors: [] }, 'warning', claudeCodeOnly),
  key('capabilities', { capabilities: [] }, 'warning', claudeCodeOnly),
  key('installationPreference', { installationPreference: 'required' }, 'warning', claudeCodeOnly),
  key('user_config', { user_config: {} }, 'warning'),
  key('an unknown key below experimental', { experimental: { zebra: 1 } }, 'warning', claudeCodeOnly),
  key('keys that only the directory reads', { icon: 1, bugs: 2, supportUrl: 'x', privacyPolicyUrl: 'y' }, 'silent'),

  // User options.
  options('an option', { sensitive: true, required: true, multiple: true, min: 1 }, 'silent'),
  key('an option with a hyphen', { userConfig: { 'my-team': option } }, 'error'),
  key('an option that begins with a digit', { userConfig: { '1st': option } }, 'error'),
  options('no type', { type: undefined }, 'error'),
  options('no title', { title: undefined }, 'error'),
  options('no description of an option', { description: undefined }, 'error'),
  options('an empty title', { title: '' }, 'silent'),
  options('an unknown type', { type: 'text' }, 'error'),
  options('an unknown key of an option', { placeholder: 'x' }, 'error'),
  options('sensitive is a text', { sensitive: 'yes' }, 'error'),
  options('default is an object', { default: {} }, 'error'),
  options('default is null', { default: null }, 'error'),
  options('default is a list with a number', { default: ['a', 1] }, 'error'),
  options('default is of another type', { type: 'number', default: 'x' }, 'silent'),
  options('choices with a default', { options: ['a', 'b'], default: 'a' }, 'silent'),
  options('choices that are required', { options: ['a', 'b'], required: true }, 'silent'),
  options('no choices', { options: [], required: true }, 'error'),
  options('choices without default', { options: ['a'] }, 'error'),
  options('choices without their default', { options: ['a'], default: 'b' }, 'error'),
  options('choices of a number', { type: 'number', options: ['1'], required: true }, 'error'),
  options('several choices', { multiple: true, options: ['a'], required: true }, 'error'),
  options('secret choices', { sensitive: true, options: ['a'], required: true }, 'error'),

  // Channels and dependencies.
  key('a channel', { channels: [{ server: 'desk', displayName: 'Desk' }] }, 'silent'),
  key('a channel without server', { channels: [{ displayName: 'Desk' }] }, 'error'),
  key('a channel with an empty server', { channels: [{ server: '' }] }, 'error'),
  key('an unknown key of a channel', { channels: [{ server: 'desk', zebra: 1 }] }, 'error'),
  key(
    'an unknown key of an option of a channel',
    {
      channels: [{ server: 'desk', userConfig: { team: { ...option, zebra: 1 } } }],
    },
    'error',
  ),
  key('channels is an object', { channels: { server: 'desk' } }, 'error'),
  needs('a needed plugin', 'notes', 'silent'),
  needs('a needed plugin of a marketplace', 'notes@harbour', 'silent'),
  needs('a needed plugin with two marketplaces', 'notes@harbour@pier', 'error'),
  needs('a needed plugin with a space', 'my notes', 'error'),
  needs('a needed plugin with a hyphen before it', '-notes', 'error'),
  needs('a needed plugin with a range', 'notes@>=1.0.0', 'error'),
  needs('a needed plugin as an object', { name: 'notes', version: 1, marketplace: 'harbour', zebra: 1 }, 'silent'),
  needs('a needed plugin without name', { version: '1' }, 'error'),
  needs('a needed plugin with its marketplace in the name', { name: 'notes@harbour' }, 'error'),
  needs('a number', 1, 'error'),
  key('dependencies as in a package', { dependencies: { notes: '^1.0.0' } }, 'error'),

  // Named commands.
  key('a command of a file', { commands: { a: { source: './more/a.md' } } }, 'silent', {
    files: { 'more/a.md': '---\ndescription: A\n---\n' },
  }),
  key('a command of a text', { commands: { a: { content: 'Do it.', zebra: 1 } } }, 'silent'),
  key('a command of both', { commands: { a: { source: './more/a.md', content: 'Do it.' } } }, 'error', {
    files: { 'more/a.md': '' },
  }),
  key('a command of nothing', { commands: { a: { description: 'A' } } }, 'error'),
  key('a command of a missing file', { commands: { a: { source: './a.md' } } }, 'error', {
    files: { 'more/a.md': '' },
    cowork: 'warning',
  }),
  key('tools of a command as a text', { commands: { a: { content: 'A', allowedTools: 'Read' } } }, 'error'),
];
