import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { plainText } from '../../../server/core/base/snippet.ts';
import { applyEdits } from '../../../server/core/base/text.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { semanticTokens } from '../../../server/core/features/semanticTokens.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { namedVariables, type Variable, written } from '../../../server/core/variables/catalogue.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';
import { root } from '../../support/root.ts';

const plugin = 'org-plugins/pilot';
const around: Readonly<Record<string, string>> = {
  [`${plugin}/.claude-plugin/plugin.json`]:
    '{ "name": "helm", "userConfig": { "port": { "type": "string", "title": "Port", "description": "Where" } } }',
  [`${plugin}/.mcp.json`]: '{ "mcpServers": { "tides": { "type": "http", "url": "https://tides.example.com" } } }',
  [`${plugin}/scripts/check.sh`]: '#!/bin/sh\n',
  [`${plugin}/scripts/it's.sh`]: '#!/bin/sh\n',
  [`${plugin}/skills/steer/SKILL.md`]: '---\nname: steer\ndescription: Steers. Use at sea.\n---\n',
  [`${plugin}/skills/steer/the chart.md`]: '',
  [`${plugin}/agents/watch.md`]: '---\nname: watch\ndescription: Watches. Use at night.\n---\n',
  'policy.json':
    '{ "orgPluginSettings": [{ "serverName": "tides", "tools": [{ "toolName": "read", "permission": "ask" }] }] }',
};

/** Opens a file of the plugin with the cursor at `<|>`, together with the others. */
function at(file: string, marked: string) {
  const offset = marked.indexOf('<|>');
  const name = `${plugin}/${file}`;
  const workspace = workspaceOf({ ...around, [name]: marked.replace('<|>', '') });
  const document = workspace.get(`${base}/${name}`);
  assert.ok(document, 'the file is one of ours');
  return { document, offset, context: { workspace: viewOf(workspace, new Set()), target: settings.target } };
}

const skill = (body: string, keys = ''): string => `---\ndescription: Steers.\n${keys}---\n${body}`;
const server = (entry: string): string => `{"mcpServers": {"tides": {${entry}}}}`;

const cards: [file: string, marked: string, text: string, says: RegExp, saysNot?: RegExp][] = [
  [
    'skills/steer/SKILL.md',
    skill('Run ${CLAUDE_PLUGIN<|>_ROOT}/scripts/check.sh.'),
    '${CLAUDE_PLUGIN_ROOT}',
    /Folder of the plugin[\s\S]*Here: \[pilot\/scripts\/check\.sh\]\(file:[^)]*\/pilot\/scripts\/check\.sh\)[\s\S]*Documentation/,
  ],
  ['agents/a.md', skill('${CLAUDE_PLUGIN_ROOT<|>}/no.sh'), '${CLAUDE_PLUGIN_ROOT}', /no\.sh, which does not exist/],
  [
    'skills/steer/SKILL.md',
    skill('${CLAUDE_SKILL<|>_DIR}'),
    '${CLAUDE_SKILL_DIR}',
    /Here: \[steer\]/,
    /Not substituted/,
  ],
  [
    'commands/a.md',
    skill('${CLAUDE_SKILL<|>_DIR}'),
    '${CLAUDE_SKILL_DIR}',
    /Not substituted here[\s\S]*third-party/,
    /Here:/,
  ],
  ['commands/a.md', skill('Moor $<|>1 now'), '$1', /numbered from 0/],
  ['commands/a.md', skill('Moor $ARGUMENTS[<|>0]'), '$ARGUMENTS[0]', /numbered from 0/],
  ['commands/a.md', skill('Moor $sh<|>ip.', 'arguments: [ship, berth]\n'), '$ship', /this name in `arguments`/],
  ['commands/a.md', skill('See @docs/tide<|>s.md'), '@docs/tides.md', /content of this file/],
  ['commands/a.md', skill('Now: !`git st<|>atus`'), '!`git status`', /Runs before Claude reads/],
  [
    '.mcp.json',
    server('"headersHelper": "${user_config.po<|>rt}"'),
    '${user_config.port}',
    /Not substituted[\s\S]*2\.1\.207/,
  ],
  ['.mcp.json', server('"url": "${TIDES:-<|>x}"'), '${TIDES:-x}', /Environment variable/],
  ['.mcp.json', server('"command": "${user_config.po<|>rt}"'), '${user_config.port}', /Option[\s\S]*third-party/],
  [
    'hooks/hooks.json',
    '{"hooks": {"Stop": [{"hooks": [{"type": "command", "command": "\\"${CLAUDE_PLUGIN_ROOT<|>}/scripts/check.sh\\""}]}]}}',
    '${CLAUDE_PLUGIN_ROOT}',
    /Put quotes[\s\S]*/,
  ],
];
for (const [file, marked, text, says, saysNot] of cards) {
  test(`hover in ${file} at ${JSON.stringify(marked.slice(-60))}`, () => {
    const { document, offset, context } = at(file, marked);
    const found = hover(document, offset, context);
    assert.ok(found);
    assert.equal(document.text.slice(found.range.start, found.range.end), text);
    assert.match(found.markdown, says);
    if (saysNot) assert.doesNotMatch(found.markdown, saysNot);
  });
}

for (const [file, marked] of [
  ['commands/a.md', skill('Pay $mo<|>ney')],
  ['commands/a.md', skill('Write \\$<|>1')],
  ['agents/a.md', skill('Pay $<|>5')],
  ['agents/a.md', skill('In ${CLAUDE_SESSION<|>_ID}')],
  ['commands/a.md', skill('Pay $<|>39 or $2.50')],
  ['commands/a.md', skill('Ask me@exa<|>mple.com')],
] as const) {
  test(`no variable in ${file} at ${JSON.stringify(marked.slice(-20))}`, () => {
    const { document, offset, context } = at(file, marked);
    assert.equal(hover(document, offset, context), undefined);
    assert.deepEqual(semanticTokens(document, settings.target), []);
  });
}

test('what is not filled in is shown as ignored', () => {
  const { document } = at('commands/a.md', skill('$ship-now $0 ${CLAUDE_SKILL_DIR} @x.md<|>', 'arguments: ship\n'));
  assert.deepEqual(
    semanticTokens(document, settings.target).map(({ range, type, modifiers }) => [
      document.text.slice(range.start, range.end),
      type,
      ...modifiers,
    ]),
    [
      ['$ship', 'parameter'],
      ['$0', 'parameter'],
      ['${CLAUDE_SKILL_DIR}', 'variable', 'ignored'],
      ['@x.md', 'string'],
    ],
  );
});

/** The expected file after `choice` was accepted. */
const completed: [file: string, marked: string, choice: string, after: string][] = [
  ['commands/a.md', skill('Moor $<|>'), '$ARGUMENTS', skill('Moor $ARGUMENTS')],
  ['commands/a.md', skill('Moor $sh<|>', 'arguments: ship\n'), '$ship', skill('Moor $ship', 'arguments: ship\n')],
  ['commands/a.md', skill('Run ${CLA<|>}/x'), '${CLAUDE_PLUGIN_ROOT}', skill('Run ${CLAUDE_PLUGIN_ROOT}/x')],
  ['agents/a.md', skill('${<|>'), '${user_config.port}', skill('${user_config.port}')],
  [
    'agents/a.md',
    skill('Read `${CLAUDE_PLUGIN_ROOT}/scr<|>`.'),
    'scripts/check.sh',
    skill('Read `${CLAUDE_PLUGIN_ROOT}/scripts/check.sh`.'),
  ],
  ['skills/steer/SKILL.md', skill('[a](<|>)'), 'the%20chart.md', skill('[a](the%20chart.md)')],
  ['skills/steer/SKILL.md', skill('[a](../<|>)'), '../../scripts/check.sh', skill('[a](../../scripts/check.sh)')],
  ['skills/berth/SKILL.md', skill('[a](<|>#b)'), '../steer/SKILL.md', skill('[a](../steer/SKILL.md#b)')],
  ['skills/steer/SKILL.md', skill('[a](./<|>)'), './the%20chart.md', skill('[a](./the%20chart.md)')],
  ['commands/a.md', skill('Then /<|>'), 'helm:steer', skill('Then /helm:steer')],
  ['skills/steer/SKILL.md', skill('Ask @ag<|>'), 'agent-watch', skill('Ask @agent-watch')],
  ['commands/a.md', skill('Then /st<|>'), 'pilot:steer', skill('Then /pilot:steer')],
  [
    'commands/a.md',
    skill('', 'allowed-tools: Agent(<|>), Read\n'),
    'watch',
    skill('', 'allowed-tools: Agent(watch), Read\n'),
  ],
  [
    'commands/a.md',
    skill('', 'allowed-tools: Read, Ba<|>(ls)\n'),
    'Bash',
    skill('', 'allowed-tools: Read, Bash(ls)\n'),
  ],
  [
    'agents/a.md',
    skill('', 'tools: Read, mcp<|>\n'),
    'mcp__plugin_pilot_tides__read',
    skill('', 'tools: Read, mcp__plugin_pilot_tides__read\n'),
  ],
  [
    'agents/a.md',
    skill('', "tools: ['Read', '<|>']\n"),
    'mcp__plugin_pilot_tides__*',
    skill('', "tools: ['Read', 'mcp__plugin_pilot_tides__*']\n"),
  ],
  ['.mcp.json', server('"command": "$<|>"'), '${CLAUDE_PLUGIN_ROOT}', server('"command": "${CLAUDE_PLUGIN_ROOT}"')],
  [
    '.mcp.json',
    server('"args": ["${CLAUDE_PLUGIN_ROOT}/<|>"]'),
    "scripts/it's.sh",
    server('"args": ["${CLAUDE_PLUGIN_ROOT}/scripts/it\'s.sh"]'),
  ],
  [
    'hooks/hooks.json',
    '{"hooks": {"PreToolUse": [{"matcher": "Edit|Wr<|>|Read"}]}}',
    'Write',
    '{"hooks": {"PreToolUse": [{"matcher": "Edit|Write|Read"}]}}',
  ],
  [
    'hooks/hooks.json',
    '{"hooks": {"SubagentStop": [{"matcher": "<|>"}]}}',
    'watch',
    '{"hooks": {"SubagentStop": [{"matcher": "watch"}]}}',
  ],
];
for (const [file, marked, choice, after] of completed) {
  test(`completion in ${file} at ${JSON.stringify(marked.slice(-50))}: ${choice}`, () => {
    const { document, offset, context } = at(file, marked);
    const items = complete(document, offset, context);
    const item = items.find(({ label }) => label === choice);
    assert.ok(item, `${choice} is not among ${items.map(({ label }) => label).join(', ')}`);
    const edit = { range: item.range, newText: plainText(item.insertText) };
    assert.equal(applyEdits(document.text, [edit]), after);
  });
}

for (const [file, marked] of [
  ['commands/a.md', skill('either/<|>')],
  ['commands/a.md', skill('me@<|>')],
  ['commands/a.md', skill('Some prose <|>')],
  ['commands/a.md', skill('', 'allowed-tools: Bash(git <|>)\n')],
  ['commands/a.md', skill('', 'allowed-tools: Read, Bash(gi<|>)\n')],
] as const) {
  test(`nothing is offered in ${file} at ${JSON.stringify(marked.slice(-20))}`, () => {
    const { document, offset, context } = at(file, marked);
    assert.deepEqual(complete(document, offset, context), []);
  });
}

test('the grammars know every variable that plugins and bundles alone have', () => {
  const grammar = (name: string): string => fs.readFileSync(path.join(root, 'syntaxes', `${name}.json`), 'utf8');
  const patterns = (name: string): RegExp[] =>
    [...grammar(name).matchAll(/"match": ("(?:\\.|[^"\\])*")/g)].map(([, match = '']) => new RegExp(JSON.parse(match)));
  const knows = (name: string, text: string): boolean => patterns(name).some((pattern) => pattern.test(` ${text}/x`));
  for (const variable of Object.values<Variable>(namedVariables)) {
    if (!/^(CLAUDE_|ARGUMENTS|__)/.test(variable.name)) continue;
    const isOfJson = variable.texts.some((text) => text === 'server' || text === 'bundle');
    const isOfMarkdown = variable.texts.includes('skill');
    if (isOfMarkdown) assert.ok(knows('variables.markdown', written(variable)), variable.name);
    if (isOfJson) assert.ok(knows('variables.json', written(variable)), variable.name);
  }
  for (const plain of ['$5', '${HOME}', '$ARGUMENTS_LIST', 'a!`b`', '${workspaceFolder}']) {
    assert.ok(!knows('variables.markdown', `a${plain}`), plain);
    assert.ok(!knows('variables.json', plain), plain);
  }
});
