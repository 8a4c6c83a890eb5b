import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lines } from '../../../server/core/base/text.ts';
import { codeLenses } from '../../../server/core/features/codeLenses.ts';
import type { CodeLens } from '../../../server/core/features/lens.ts';
import { base } from '../../support/lint.ts';
import { glance } from './glance.ts';

const lensesOf = (path: string, changed?: Readonly<Record<string, string>>): CodeLens[] => {
  const { workspace, result, document } = glance(changed);
  return [...codeLenses(document(path), workspace, () => result)];
};

/** Returns each lens after the line above which it is shown. */
function shown(path: string, changed?: Readonly<Record<string, string>>): string[] {
  const { document } = glance(changed);
  const { text } = document(path);
  const lines = new Lines(text);
  return lensesOf(path, changed).map(({ range, title }) => {
    const { line } = lines.positionAt(range.start);
    return `${text.split('\n')[line]?.trim()} → ${title}`;
  });
}

const plugin = 'org-plugins/harbour';

test('servers of a policy: what becomes of their tools, or why they do not run; tools that others name', () => {
  assert.deepEqual(shown('fleet.json'), [
    '"name": "tickets", → 6 known tools: 2 Allow, 2 Ask, 1 User decides, 1 Blocked',
    '"name": "old", → Dropped: The URL is http; https is required',
    '"name": "wiki", → Active · every tool: User decides',
    '"serverName": "tides", → Plugin harbour · 1 known tool: Blocked',
    '"name": "tickets", → 2 references',
    '"drop_ticket": "blocked" → 1 reference',
    '"toolName": "set_gauge", → 1 reference',
    '"REPL", → 1 reference',
    '"Bash": "ask", → 3 references',
    '"REPL": "ask", → 1 reference',
  ]);
});

const shownIn: Readonly<Record<string, readonly string[]>> = {
  [`${plugin}/.mcp.json`]: [
    '"tides": { → 1 known tool: Blocked',
    '"tickets": { → Shadowed: Managed server tickets has this name',
    '"tides": { → 2 references',
  ],
  'org-plugins/offer/.mcp.json': ['"pager": { → Not installed: Offered to users, not required'],
  'claude_desktop_config.json': ['"scratch": { → Active · every tool: User decides · not in Code and Chat'],
  [`${plugin}/hooks/hooks.json`]: [
    '{ → Runs scripts/check.sh before Bash or Write',
    '{ → Sends to hooks.example.com after a tool has run',
    '{ → Asks a model when the model finishes its response',
  ],
  [`${plugin}/.claude-plugin/plugin.json`]: [
    '{ → Runs logger when a session starts or resumes: startup',
    '"name": "harbour", → 1 reference',
  ],
  [`${plugin}/agents/pilot.md`]: ['--- → Body ≈ 980 tokens · 6 tools', 'name: pilot → 1 reference'],
  [`${plugin}/agents/lookout.md`]: ['--- → Body ≈ 1 token · every tool but 1'],
  [`${plugin}/commands/arrival.md`]: ['--- → Body ≈ 5 tokens'],
  [`${plugin}/skills/read-tides/SKILL.md`]: ['--- → Description 16 of 1,024 characters'],
};
for (const [path, lenses] of Object.entries(shownIn)) {
  test(`lenses of ${path}`, () => assert.deepEqual(shown(path), lenses));
}

test('a hook leads to its script, a server to the panel, a number of references to the places', () => {
  const [script, request] = lensesOf(`${plugin}/hooks/hooks.json`);
  assert.deepEqual(script?.leads, { to: 'file', uri: `${base}/${plugin}/scripts/check.sh` });
  assert.equal(request?.leads, undefined);
  const [tides, , uses] = lensesOf(`${plugin}/.mcp.json`);
  assert.deepEqual(tides?.leads, { to: 'server', server: { name: 'tides', layer: 'plugin', plugin: 'harbour' } });
  assert.equal(uses?.leads?.to === 'references' && uses.leads.places[0]?.uri, `${base}/fleet.json`);
});

test('a script that is not there is named, and leads nowhere', () => {
  const changed = {
    [`${plugin}/hooks/hooks.json`]: hook({ type: 'command', command: '${CLAUDE_PLUGIN_ROOT}/none.sh' }),
  };
  const [lens] = lensesOf(`${plugin}/hooks/hooks.json`, changed);
  assert.equal(lens?.title, 'Runs none.sh when the model finishes its response');
  assert.equal(lens?.leads, undefined);
});

const hook = (handler: object): string => JSON.stringify({ hooks: { Stop: [{ hooks: [handler] }] } });
test('when a hook runs', () => {
  const path = `${plugin}/hooks/hooks.json`;
  const of = (event: string, matcher?: string): string | undefined => {
    const group = { ...(matcher !== undefined && { matcher }), hooks: [{ type: 'prompt', prompt: 'Look' }] };
    return lensesOf(path, { [path]: JSON.stringify({ hooks: { [event]: [group] } }) })[0]?.title;
  };
  assert.equal(of('PreToolUse', 'Edit|Write|Bash'), 'Asks a model before Edit, Write or Bash');
  assert.equal(of('PostToolUse', '*'), 'Asks a model after a tool has run');
  assert.equal(of('PreToolUse', 'mcp__.*'), 'Asks a model before mcp__.*');
  assert.equal(of('PreCompact', 'manual'), 'Asks a model before the conversation is compacted: manual');
  assert.equal(of('Setup'), 'Asks a model once, to prepare a repository');
  assert.equal(of('Stop', 'ignored'), 'Asks a model when the model finishes its response');
  assert.equal(of('Never'), undefined);
});

const handlers: [handler: object, says: string][] = [
  [{ type: 'command', command: 'TOKEN=s3cr3t /opt/bin/notify --to me' }, 'Runs notify'],
  [{ type: 'command', command: '"C:/tools/notify.exe" x' }, 'Runs notify.exe'],
  [{ type: 'http', url: 'https://me:secret@hooks.example.com/' }, 'Sends a request'],
  [{ type: 'mcp_tool', server: 'plugin:harbour:tides', tool: 'set_gauge' }, 'Calls set_gauge'],
  [{ type: 'agent', prompt: 'Look' }, 'Asks an agent'],
];
for (const [handler, says] of handlers) {
  test(`a hook that does ${JSON.stringify(handler)}`, () => {
    const path = `${plugin}/hooks/hooks.json`;
    assert.equal(lensesOf(path, { [path]: hook(handler) })[0]?.title, `${says} when the model finishes its response`);
  });
}

test('half-written hooks have no lens', () => {
  const path = `${plugin}/hooks/hooks.json`;
  for (const text of ['{"hooks":{"Stop":[{"hooks":[{"type":"command"}]}]}}', '{"hooks":{"Stop":[{"hooks":[{', '']) {
    assert.deepEqual(shown(path, { [path]: text }), []);
  }
});

test('a skill without a description has no lens about its length', () => {
  const path = `${plugin}/skills/read-tides/SKILL.md`;
  assert.deepEqual(shown(path, { [path]: '---\ndescription: ""\n---\n' }), []);
  assert.deepEqual(shown(path, { [path]: '---\ndescription: >' }), []);
  assert.deepEqual(shown(path, { [path]: '---\ndescription: ""\n---\nRead.' }), ['--- → Body ≈ 2 tokens']);
});

test('of two managed servers of one name each has its own fate', () => {
  const server = { name: 'twin', transport: 'http', url: 'https://twin.example.com' };
  const policy = {
    inferenceProvider: 'vertex',
    managedMcpServers: [server, { ...server, url: 'http://twin.example.com' }],
  };
  const titles = lensesOf('fleet.json', { 'fleet.json': JSON.stringify(policy) }).map(({ title }) => title);
  assert.deepEqual(titles.slice(0, 2), [
    'Active · every tool: User decides',
    'Dropped: The URL is http; https is required',
  ]);
});
