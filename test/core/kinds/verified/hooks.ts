import { type Case, type Files, row } from './case.ts';

type App = Case['app'];
type More = Parameters<typeof row>[3];

const text = (title: string, value: string, app: App, more: More = {}): Case =>
  row(title, { 'hooks/hooks.json': value }, app, more);
const json = (title: string, value: unknown, app: App, more: More = {}): Case =>
  text(title, JSON.stringify(value), app, more);
const module = (modules: readonly string[], more: Files = {}): Files => ({
  'hooks/hooks.json': JSON.stringify({ modules }),
  ...more,
});
const run = { type: 'command', command: 'a' };
const on = (title: string, event: string, value: unknown, app: App, more: More = {}): Case =>
  json(title, { hooks: { [event]: value } }, app, more);
const handler = (title: string, event: string, value: unknown, app: App, more: More = {}): Case =>
  on(title, event, [{ hooks: [value] }], app, more);
/** Returns cases of a broken handler: before a tool runs it invalidates the file, at other events only itself. */
const broken = (title: string, value: unknown): Case[] => [
  handler(`${title}, before a tool runs`, 'PreToolUse', value, 'error'),
  handler(`${title}, at the end`, 'Stop', value, 'warning'),
];
const documented = (why: string) => ({ ours: 'warning', because: `documented: ${why}` }) as const;

const events = `SessionStart Setup UserPromptSubmit UserPromptExpansion PreToolUse PermissionRequest PermissionDenied
PostToolUse PostToolUseFailure PostToolBatch Notification MessageDisplay SubagentStart SubagentStop TaskCreated
TaskCompleted Stop StopFailure TeammateIdle InstructionsLoaded ConfigChange CwdChanged DirectoryAdded FileChanged
WorktreeCreate WorktreeRemove PreCompact PostCompact Elicitation ElicitationResult SessionEnd PreModelSwitch
PostModelSwitch`.split(/\s+/);

/** `hooks/hooks.json`. */
export const hookCases: readonly Case[] = [
  // The file.
  json('no hooks', { hooks: {} }, 'silent'),
  json('an empty object', {}, 'error', { cowork: 'silent' }),
  json('an empty list', [], 'error', { cowork: 'silent' }),
  json('null', null, 'error'),
  json('events without hooks around them', { Stop: [{ hooks: [run] }] }, 'error', { cowork: 'warning' }),
  json('hooks is a list', { hooks: [] }, 'error'),
  json('description is a number', { hooks: {}, description: 1 }, 'error', { cowork: 'warning' }),
  json('other keys', { hooks: {}, zebra: 1, $schema: 'x' }, 'silent'),
  row('modules only', module(['./guard.js'], { 'hooks/guard.js': '' }), 'silent'),
  row('a module without ./', module(['guard.ts'], { 'hooks/guard.ts': '' }), 'silent'),
  row('a module above', module(['../guard.mjs'], { 'guard.mjs': '' }), 'silent'),
  row('a module that does not exist', module(['./guard.js']), 'error', { cowork: 'warning' }),
  row('a module that is no code', module(['./guard.py'], { 'hooks/guard.py': '' }), 'error', { cowork: 'warning' }),
  handler('onFailure', 'PreToolUse', { ...run, onFailure: 'block' }, 'silent'),
  ...broken('an unknown onFailure', { ...run, onFailure: 'deny' }),
  ...broken('an unknown onFailure of a request', { type: 'http', url: 'https://a.example', onFailure: 'deny' }),
  ...broken('holdsTools is a text', { ...run, holdsTools: 'yes' }),
  handler(
    'a data folder without quotes',
    'Stop',
    { type: 'command', command: 'ls ${CLAUDE_PLUGIN_DATA}/x' },
    'warning',
    {
      cowork: 'silent',
    },
  ),
  handler('a project without quotes', 'Stop', { type: 'command', command: 'ls ${CLAUDE_PROJECT_DIR}/x' }, 'warning', {
    cowork: 'silent',
  }),
  handler('a project in quotes', 'Stop', { type: 'command', command: 'ls "${CLAUDE_PROJECT_DIR}/x"' }, 'silent'),
  on('a list as a matcher that nothing reads', 'Stop', [{ matcher: ['Bash'], hooks: [run] }], 'warning'),
  json('modules is a text', { hooks: {}, modules: './guard.js' }, 'error', { cowork: 'warning' }),
  row('two modules', module(['./a.js', './b.js'], { 'hooks/a.js': '', 'hooks/b.js': '' }), 'error', {
    cowork: 'warning',
  }),
  text('a byte order mark', '\uFEFF{ "hooks": {} }', 'error'),
  text('a comment', '{ "hooks": {} } // x', 'error'),
  text('empty', '', 'error'),

  // Events.
  json('every event', { hooks: Object.fromEntries(events.map((event) => [event, [{ hooks: [run] }]])) }, 'silent'),
  on('another case', 'preToolUse', [{ hooks: [run] }], 'warning'),
  on('an unknown event', 'BeforeTool', [{ hooks: [run] }], 'warning'),
  on('nothing before a tool runs', 'PreToolUse', null, 'warning'),
  on('an object before a tool runs', 'PreToolUse', {}, 'error'),
  on('an object at the end', 'Stop', {}, 'warning'),
  on('a group without hooks, before a tool runs', 'PermissionRequest', [{ matcher: 'Bash' }], 'error'),
  on('a group without hooks, at the end', 'Stop', [{}], 'warning'),
  on('a matcher that is a list, before a tool runs', 'PreToolUse', [{ matcher: ['Bash'], hooks: [run] }], 'error'),
  on('a matcher that is a list, after it', 'PostToolUse', [{ matcher: ['Bash'], hooks: [run] }], 'warning'),
  on('a broken pattern', 'PreToolUse', [{ matcher: '[', hooks: [run] }], 'silent'),
  on('a matcher at the end', 'Stop', [{ matcher: 'x', hooks: [run] }], 'silent'),
  on('other keys of a group', 'Stop', [{ zebra: 1, hooks: [run] }], 'silent'),

  // Handlers.
  ...broken('an unknown type', { type: 'script', command: 'a' }),
  ...broken('no type', { command: 'a' }),
  ...broken('another case', { type: 'Command', command: 'a' }),
  ...broken('no command', { type: 'command' }),
  ...broken('timeout 0', { ...run, timeout: 0 }),
  ...broken('a negative timeout', { ...run, timeout: -1 }),
  ...broken('a timeout as text', { ...run, timeout: '5' }),
  ...broken('another shell', { ...run, shell: 'zsh' }),
  ...broken('arguments as text', { ...run, args: '-v' }),
  ...broken('once as text', { ...run, once: 'yes' }),
  ...broken('if as a list', { ...run, if: ['Bash'] }),
  ...broken('statusMessage as a number', { ...run, statusMessage: 1 }),
  ...broken('async as text', { ...run, async: 'yes' }),
  ...broken('rewakeMessage as a number', { ...run, rewakeMessage: 1 }),
  ...broken('rewakeSummary as a number', { ...run, rewakeSummary: 1 }),
  ...broken('a request without address', { type: 'http' }),
  ...broken('a request to a path', { type: 'http', url: '/hook' }),
  ...broken('a request to a variable', { type: 'http', url: '${HOOK_URL}' }),
  ...broken('headers with a number', { type: 'http', url: 'https://hook.example', headers: { a: 1 } }),
  ...broken('a tool without server', { type: 'mcp_tool', tool: 'read' }),
  ...broken('a tool without name', { type: 'mcp_tool', server: 'desk' }),
  ...broken('input as text', { type: 'mcp_tool', server: 'desk', tool: 'read', input: 'x' }),
  ...broken('a prompt without text', { type: 'prompt' }),
  ...broken('an agent without text', { type: 'agent' }),
  ...broken('continueOnBlock as text', { type: 'prompt', prompt: 'x', continueOnBlock: 'yes' }),
  ...['SessionStart', 'PreToolUse', 'Stop'].flatMap((event) => [
    handler(
      `the keys of a command on ${event}`,
      event,
      {
        ...run,
        args: ['-v'],
        async: true,
        asyncRewake: true,
        rewakeMessage: 'a',
        rewakeSummary: 'b',
        once: true,
        statusMessage: 'c',
        timeout: 0.5,
      },
      'silent',
    ),
    handler(`a tool on ${event}`, event, { type: 'mcp_tool', server: 'desk', tool: 'read', input: {} }, 'silent'),
  ]),
  handler('an empty command', 'Stop', { type: 'command', command: '' }, 'silent'),
  handler('other keys of a handler', 'Stop', { ...run, zebra: 1 }, 'silent'),
  handler('a request without encryption', 'Stop', { type: 'http', url: 'http://hook.example' }, 'silent'),
  handler('an hour in milliseconds', 'Stop', { ...run, timeout: 3_600_000 }, 'silent'),
  handler(
    'a prompt when a session starts',
    'SessionStart',
    { type: 'prompt', prompt: 'x' },
    'silent',
    documented('these handlers do not run on this event'),
  ),
  handler(
    'a condition where no tool is',
    'Stop',
    { ...run, if: 'Bash(git *)' },
    'silent',
    documented('such a hook never runs'),
  ),
  on(
    'the name of a server as matcher',
    'PreToolUse',
    [{ matcher: 'mcp__desk', hooks: [run] }],
    'silent',
    documented('it is compared as an exact name'),
  ),

  // Commands.
  handler(
    'the plugin folder without quotes',
    'Stop',
    { type: 'command', command: 'touch ${CLAUDE_PLUGIN_ROOT}/a.txt' },
    'warning',
    { cowork: 'silent' },
  ),
  handler(
    'a missing script',
    'Stop',
    { type: 'command', command: '"${CLAUDE_PLUGIN_ROOT}/a.sh"' },
    'silent',
    documented('the placeholder is the plugin’s own folder, and the file is not there'),
  ),
  handler(
    'another name of the plugin folder',
    'Stop',
    { type: 'command', command: 'echo "${PLUGIN_ROOT}"' },
    'silent',
    documented('it is not filled in'),
  ),
  handler('an option in a command', 'Stop', { type: 'command', command: 'echo ${user_config.team}' }, 'silent', {
    ...documented('the shell form fails'),
    cowork: 'silent',
  }),
  handler('an option in an argument', 'Stop', { ...run, args: ['${user_config.team}'] }, 'silent'),
  handler(
    'a path out of the plugin',
    'Stop',
    { type: 'command', command: '"${CLAUDE_PLUGIN_ROOT}/../a.sh"' },
    'silent',
    documented('only the plugin’s folder is copied to users'),
  ),
  handler('an absolute path', 'Stop', { type: 'command', command: '/opt/a.sh' }, 'silent'),
];
