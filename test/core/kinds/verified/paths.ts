import { agentText, type Case, commandText, type Files, key, skillText } from './case.ts';

const files: Files = {
  'more/deep/SKILL.md': skillText,
  'more/a.md': commandText,
  'more/a.txt': 'A',
  'more/a.json': '{ "hooks": {} }',
  'more/servers.json': '{ "mcpServers": {} }',
};
const with_ = { files };
const missing = { ...with_, cowork: 'warning' } as const;

/** The paths of components in `plugin.json`, and inline components. */
export const pathCases: readonly Case[] = [
  ...['skills', 'commands', 'workflows', 'outputStyles'].map((each) =>
    key(`${each} names a folder`, { [each]: './more' }, 'silent', with_),
  ),
  key('agents names a folder', { agents: './more' }, 'error', missing),
  ...['hooks', 'mcpServers', 'lspServers'].map((each) =>
    key(`${each} names a folder`, { [each]: './more' }, 'error', missing),
  ),
  key('skills names a file', { skills: './more/deep/SKILL.md' }, 'error', missing),
  key('commands names a file', { commands: './more/a.md' }, 'silent', with_),
  key('commands names a text file', { commands: './more/a.txt' }, 'silent', with_),
  key('agents names a file', { agents: './more/b.md' }, 'silent', { files: { 'more/b.md': agentText } }),
  key('agents names a file of another sort', { agents: './more/a.txt' }, 'error', missing),
  key('hooks names a file', { hooks: ['./more/a.json'] }, 'silent', with_),
  key('hooks names a file of another sort', { hooks: './more/a.txt' }, 'error', missing),
  key('mcpServers names a file', { mcpServers: './more/servers.json' }, 'silent', with_),
  key('mcpServers names a bundle', { mcpServers: ['https://harbour.example/a.mcpb'] }, 'silent'),
  key('skills names the plugin itself', { skills: ['.', './'] }, 'silent', { files: { 'SKILL.md': skillText } }),

  ...['skills', 'commands', 'agents', 'hooks', 'mcpServers', 'lspServers', 'workflows', 'outputStyles'].flatMap(
    (each) => {
      const ending = ['hooks', 'mcpServers', 'lspServers'].includes(each) ? 'a.json' : 'a.md';
      return [
        key(`${each} without dot`, { [each]: [`more/${ending}`] }, 'error', with_),
        key(`${each} is absolute`, { [each]: [`/more/${ending}`] }, 'error', with_),
        key(`${each} with a placeholder`, { [each]: [`\${CLAUDE_PLUGIN_ROOT}/more/${ending}`] }, 'error', with_),
        key(`${each} at home`, { [each]: [`~/more/${ending}`] }, 'error', with_),
        key(`${each} with backslashes`, { [each]: [`.\\more\\${ending}`] }, 'error', with_),
        key(`${each} steps up and down`, { [each]: [`./more/../more/${ending}`] }, 'error', with_),
        key(`${each} is missing`, { [each]: [`./less/${ending}`] }, 'error', missing),
      ];
    },
  ),
  key('agents with wildcards', { agents: ['./more/*.md'] }, 'error', missing),
  key('skills with wildcards', { skills: ['./more/*'] }, 'error', missing),
  key('skills is a number', { skills: 1 }, 'error'),
  key('skills holds a number', { skills: [1] }, 'error'),
  key('themes at the right place', { experimental: { themes: './more' } }, 'silent', with_),
  key('themes is a number', { experimental: { themes: 1 } }, 'error'),

  key('an empty list hides the folder', { commands: [] }, 'silent', { files: { 'commands/a.md': commandText } }),
  key('hooks names the default file', { hooks: './hooks/hooks.json' }, 'silent', {
    files: { 'hooks/hooks.json': '{ "hooks": {} }' },
  }),
  key('hooks names the default file, which is missing', { hooks: './hooks/hooks.json' }, 'error', missing),

  key('hooks inline', { hooks: { Stop: [{ hooks: [{ type: 'command', command: 'a' }] }] } }, 'silent'),
  key('hooks inline and in a file', { hooks: ['./more/a.json', { Stop: [] }] }, 'silent', with_),
  key('hooks inline in hooks', { hooks: { hooks: { Stop: [] } } }, 'warning'),
  key('hooks inline with an unknown event', { hooks: { Stopp: [] } }, 'warning'),
  key('hooks inline with a broken guard', { hooks: { PreToolUse: [{ hooks: [{ type: 'Command' }] }] } }, 'error'),
  key(
    'hooks inline with the plugin folder without quotes',
    { hooks: { Stop: [{ hooks: [{ type: 'command', command: 'touch ${CLAUDE_PLUGIN_ROOT}/a.txt' }] }] } },
    'warning',
    { cowork: 'silent' },
  ),
  key(
    'hooks inline with a condition where no tool is',
    { hooks: { Stop: [{ hooks: [{ type: 'command', command: 'a', if: 'Bash(git *)' }] }] } },
    'silent',
    { ours: 'warning', because: 'documented: such a hook never runs' },
  ),
  key('servers inline', { mcpServers: { desk: { command: 'desk' } } }, 'silent'),
  key('servers inline in mcpServers', { mcpServers: { mcpServers: { desk: { command: 'desk' } } } }, 'error'),
  key('a server inline without type', { mcpServers: { desk: { url: 'https://desk.example' } } }, 'error'),
  key(
    'a server inline with oauth',
    { mcpServers: { desk: { type: 'http', url: 'https://desk.example', oauth: true } } },
    'error',
    { cowork: 'silent' },
  ),
  key(
    'a server inline of an unknown type',
    { mcpServers: { desk: { type: 'web', url: 'https://d.example' } } },
    'error',
  ),
  ...Object.entries<[Record<string, unknown>, 'error' | 'warning', 'error' | 'warning' | 'silent']>({
    'a server inline with nothing to reach': [{ env: {} }, 'error', 'error'],
    'serverUrl inline': [{ type: 'http', serverUrl: 'https://desk.example' }, 'error', 'error'],
    'a relative address inline': [{ type: 'http', url: '/mcp' }, 'error', 'error'],
    'a bad port inline': [{ type: 'http', url: 'https://desk.example:99999' }, 'error', 'error'],
    'no encryption inline': [{ type: 'http', url: 'http://desk.example' }, 'warning', 'silent'],
    'a token inline': [
      { type: 'http', url: 'https://desk.example', headers: { 'X-Key': 'ghp_abcdefghijklmnopqrstuvwxyz0123456789' } },
      'warning',
      'silent',
    ],
    'a wrong timeout inline': [{ command: 'desk', timeout: 0 }, 'error', 'warning'],
    'transport inline': [{ transport: 'http', url: 'https://desk.example' }, 'error', 'error'],
  }).map(([title, [desk, app, cowork]]) => key(title, { mcpServers: { desk } }, app, { cowork })),
  key('empty maps and lists', { hooks: {}, mcpServers: {}, skills: [] }, 'silent'),
  key('an empty list of hooks', { hooks: [] }, 'silent'),
  key('language servers inline in lspServers', { lspServers: { lspServers: { a: { command: 'a' } } } }, 'error'),
  key('evals without `./`, and missing', { experimental: { evals: 'quality/evals' } }, 'silent'),
  key('evals as a list', { experimental: { evals: ['./quality/evals'] } }, 'silent'),
  key('evals is a number', { experimental: { evals: 1 } }, 'error'),
  key('language servers inline', { lspServers: { a: { command: 'a', extensionToLanguage: { '.a': 'a' } } } }, 'silent'),
  key(
    'an unknown key of a language server',
    { lspServers: { a: { command: 'a', extensionToLanguage: { '.a': 'a' }, zebra: 1 } } },
    'error',
  ),
  key('a language server without endings', { lspServers: { a: { command: 'a' } } }, 'error'),
  key('an ending without dot', { lspServers: { a: { command: 'a', extensionToLanguage: { a: 'a' } } } }, 'error'),
  key('a language server with no ending', { lspServers: { a: { command: 'a', extensionToLanguage: {} } } }, 'error'),
  key(
    'arguments in the command of a language server',
    { lspServers: { a: { command: 'a --stdio', extensionToLanguage: { '.a': 'a' } } } },
    'error',
  ),
  key('a monitor inline', { experimental: { monitors: [{ name: 'a', command: 'a', description: 'A' }] } }, 'silent'),
  key('a monitor without description', { experimental: { monitors: [{ name: 'a', command: 'a' }] } }, 'error'),
  key(
    'an unknown key of a monitor',
    { experimental: { monitors: [{ name: 'a', command: 'a', description: 'A', zebra: 1 }] } },
    'error',
  ),
  key(
    'two monitors of one name',
    {
      experimental: {
        monitors: [
          { name: 'a', command: 'a', description: 'A' },
          { name: 'a', command: 'b', description: 'B' },
        ],
      },
    },
    'error',
  ),
];
