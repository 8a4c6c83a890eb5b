import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import type { FactType } from '../../../server/core/fact.ts';
import { slipOf } from '../../../server/core/kinds/markdown/near.ts';
import { toolsIn } from '../../../server/core/kinds/markdown/tools.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { parse } from '../../../server/core/workspace/parse.ts';
import { base, lintFiles, workspaceOf } from '../../support/lint.ts';

const manifest = { 'tools/reviewer/.claude-plugin/plugin.json': '{ "name": "reviewer" }' };
const kindOf = (path: string, ...others: string[]): string | undefined => {
  const files = Object.fromEntries([path, ...others].map((name) => [name, '---\nname: a\ndescription: b\n---\n']));
  return workspaceOf({ ...manifest, ...files }).get(`${base}/${path}`)?.kind.id;
};

test('a file is a skill, an agent or a command by its place', () => {
  const expected: Record<string, string | undefined> = {
    'skills/review/SKILL.md': 'skill',
    '.claude/skills/review/SKILL.md': 'skill',
    '.cursor/skills/review/SKILL.md': undefined,
    'tools/reviewer/SKILL.md': 'skill',
    'docs/SKILL.md': undefined,
    'tools/reviewer/agents/a.md': 'agent',
    'tools/reviewer/agents/team/a.md': 'agent',
    'tools/reviewer/agents/README.md': undefined,
    'tools/reviewer/docs/agents/a.md': undefined,
    'agents/a.md': undefined,
    'tools/reviewer/commands/git/push.md': 'command',
    'tools/reviewer/.codex-plugin/commands/push.md': undefined,
    'tools/reviewer/skills/review/skill.md': 'skill',
    'tools/reviewer/skills/review/notes.md': 'skill',
    'tools/reviewer/skills/review/README.md': undefined,
    'tools/reviewer/skills/code/review/SKILL.md': 'skill',
    'tools/reviewer/skills/review.md': 'skill',
    'skills/review/review.md': undefined,
  };
  const found = Object.fromEntries(Object.keys(expected).map((path) => [path, kindOf(path)]));
  assert.deepEqual(found, expected);
});

test('texts beside a SKILL.md, or beside one another, are no skills', () => {
  const folder = 'tools/reviewer/skills/review';
  assert.equal(kindOf(`${folder}/review.md`, `${folder}/SKILL.md`), undefined);
  assert.equal(kindOf(`${folder}/notes.md`, `${folder}/words.md`), undefined);
  assert.equal(kindOf(`${folder}/notes.md`, `${folder}/review.md`), undefined);
  assert.equal(kindOf(`${folder}/review.md`, `${folder}/notes.md`), 'skill');
});

test('tools are read from a list and from one text', () => {
  const read = (yaml: string): string[] => {
    const document = workspaceOf({ 'skills/a/SKILL.md': `---\nallowed-tools: ${yaml}\n---\n` }).get(
      `${base}/skills/a/SKILL.md`,
    );
    assert.ok(document);
    return toolsIn(document, parse(document).root, 'allowed-tools').map(({ name, range }) => {
      assert.equal(document.text.slice(range.start, range.end), name);
      return name;
    });
  };
  assert.deepEqual(read('Read, Grep'), ['Read', 'Grep']);
  assert.deepEqual(read('Read Bash(git log:*) Bash(npm run "a, b")'), ['Read', 'Bash', 'Bash']);
  assert.deepEqual(read('"Read, Grep"'), ['Read', 'Grep']);
  assert.deepEqual(read('[Read, "Grep", \'Glob\']'), ['Read', 'Grep', 'Glob']);
  assert.deepEqual(read('\n  - Read\n  - Bash(git *)'), ['Read', 'Bash']);
  assert.deepEqual(read('>\n  Read,\n  Grep'), ['Read', 'Grep']);
  assert.deepEqual(read('7'), []);
  assert.deepEqual(read('Bash(unclosed, Read'), ['Bash']);
});

test('a slip of the hand is near, another word is not', () => {
  const tools = ['Grep', 'Bash', 'Skill', 'LS', 'WebFetch'];
  for (const [word, meant] of Object.entries({
    Grpe: 'Grep',
    bash: 'Bash',
    ls: 'LS',
    web_fetch: 'WebFetch',
    WbFetchh: 'WebFetch',
  })) {
    assert.equal(slipOf(word, tools), meant, word);
  }
  for (const word of ['shell', 'Fish', 'search', 'grab', 'Rs', '']) assert.equal(slipOf(word, tools), undefined, word);
});

test('what the app takes without a word is neither an error nor a warning', () => {
  const lines = [
    'tools: A, B',
    'argument-hint: [x]',
    'argument-hint: [x] y',
    'allowed-tools:\n  - Read',
    'owner: me',
    'effort: 3',
    'description: Use when: asked',
    'description: 7',
    'name: a:b',
    `description: ${'x'.repeat(1200)}`,
  ];
  for (const line of lines) {
    const text = `---\n${line}\n${line.startsWith('description') ? '' : 'description: d\n'}---\nText`;
    const files = {
      'org-plugins/p/skills/a/SKILL.md': text,
      'org-plugins/p/commands/a.md': text,
      'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
      'org-plugins/p/agents/a.md': line === 'name: a:b' ? '---\ndescription: d\n---' : text,
    };
    assert.deepEqual(
      lintFiles(files).filter(({ uri, severity }) => uri.endsWith('.md') && severity !== 'hint' && severity !== 'info'),
      [],
      line,
    );
  }
});

test('what the app refuses is an error', () => {
  for (const line of [
    'name: 7',
    'name: [a]',
    'description: [a]',
    'description: { a: b }',
    'allowed-tools: 7',
    'allowed-tools: true',
    'allowed-tools: { a: b }',
    'allowed-tools: [7]',
  ]) {
    for (const path of ['skills/a/SKILL.md', 'commands/a.md', 'agents/a.md']) {
      const text = `---\n${line}\n${line.startsWith('description') ? '' : 'description: d\n'}---\nText`;
      const found = lintFiles({ [`org-plugins/p/${path}`]: text }).filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        found.map(({ rule }) => rule.split('/')[1]),
        ['schema'],
        `${path}: ${line}`,
      );
    }
  }
});

test('a new description keeps the ends of lines and the byte order mark', () => {
  const fixed = (text: string): string => {
    const [found] = lintFiles({ 'org-plugins/p/skills/a/SKILL.md': text });
    return applyEdits(text, found?.fixes?.[0]?.edits ?? []);
  };
  assert.equal(
    fixed('\uFEFFChecks things. Often.\r\n'),
    '\uFEFF---\r\nname: a\r\ndescription: Checks things.\r\n---\r\n\r\nChecks things. Often.\r\n',
  );
  assert.equal(fixed('---\n---\n# Title\n\n- item'), '---\nname: a\ndescription: Title\n---\n# Title\n\n- item');
});

test('completion knows the tools of the plugin’s own servers and of managed ones', () => {
  const workspace = workspaceOf({
    'org-plugins/p/agents/a.md': '---\ntools: Read\nskills: s\n---',
    'org-plugins/p/skills/s/SKILL.md': '---\nname: s\n---',
    'org-plugins/p/.mcp.json': '{ "mcpServers": { "docs": { "type": "http", "url": "https://docs.example.com" } } }',
    'org-plugins/q/.mcp.json': '{ "mcpServers": { "other": { "type": "http", "url": "https://other.example.com" } } }',
  });
  const document = workspace.get(`${base}/org-plugins/p/agents/a.md`);
  assert.ok(document);
  const offered = (key: string): string[] =>
    (document.kind.values ?? [])
      .filter(({ at }) => at.join() === key)
      .flatMap(({ items }) => [...items({ document, workspace: viewOf(workspace, new Set()), path: [key] })])
      .map(({ value }) => value);
  assert.ok(offered('tools').includes('Bash'));
  assert.deepEqual(
    offered('tools').filter((name) => name.startsWith('mcp')),
    ['mcp__plugin_p_docs__*'],
  );
  assert.deepEqual(offered('skills'), ['s']);
});

test('components tell their names and the tools that they use', () => {
  const workspace = workspaceOf({
    'org-plugins/p/skills/s/SKILL.md': '---\nname: other\nallowed-tools: Read\n---',
    'org-plugins/p/agents/a.md': '---\nname: the-agent\ntools: [Bash]\n---',
    'org-plugins/p/commands/git/push.md': 'Push',
  });
  const told = (type: FactType) => workspace.facts(type).map(({ fact }) => [fact.name, fact.data]);
  assert.deepEqual(told('skill'), [['s', { plugin: 'p' }]]);
  assert.deepEqual(told('agent'), [['the-agent', { plugin: 'p' }]]);
  assert.deepEqual(told('command'), [['git:push', { plugin: 'p' }]]);
  assert.deepEqual(told('tool-use'), [
    ['Bash', { by: 'agent' }],
    ['Read', { by: 'skill' }],
  ]);
});

test('a misspelled key is told of once: what it was to be is not missing too', () => {
  const files = {
    'org-plugins/p/skills/a/SKILL.md': '---\nname: a\ndesciption: Checks things\n---\nText',
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    'org-plugins/p/agents/a.md': '---\nNmae: a\ndescription: Checks things\n---\nText',
  };
  assert.deepEqual(
    lintFiles(files).map(({ rule }) => rule),
    ['skill/near-miss-key', 'agent/near-miss-key'],
  );
});
