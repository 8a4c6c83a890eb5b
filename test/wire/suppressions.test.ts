import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type ApplyWorkspaceEditParams,
  type CodeAction,
  DiagnosticTag,
  type TextDocumentEdit,
} from 'vscode-languageserver-protocol/node';
import { applyEdits, Lines } from '../../server/core/base/text.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { at, type Client, connect } from './support.ts';

const mcp = 'org-plugins/pilot/.mcp.json';
const server = '{ "mcpServers": { "crm": { "type": "http", "url": "http://crm.example.com/mcp" } } }';
const skill = 'org-plugins/pilot/skills/steer/SKILL.md';
const markdown = `---
name: steer
description: Steers the ship through the harbour. Use it when a berth is assigned.
user-invokable: false
---

# Steer
`;
const files = {
  'org-plugins/pilot/.claude-plugin/plugin.json': '{ "name": "pilot", "version": "1.0.0" }',
  [mcp]: server,
  [skill]: markdown,
};
const settings = '.plugboard.json';
const suppress = [{ rules: ['mcp/http-url'], files: [mcp], reason: 'The lab has no certificates.' }];

async function actionsAt(client: Client, path: string, text: string, word: string): Promise<CodeAction[]> {
  const position = new Lines(text).positionAt(text.indexOf(word));
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: at(path) },
    range: { start: position, end: position },
    context: { diagnostics: [] },
  });
}

/** Returns the text of `path` after an action, and whether the action creates the file. */
function after({ edit }: Pick<CodeAction, 'edit'>, path: string, text: string): { text: string; isNew: boolean } {
  const changes = edit?.documentChanges ?? [];
  const isNew = changes.some((change) => 'kind' in change && change.kind === 'create' && change.uri === at(path));
  const before = isNew ? '' : text;
  const lines = new Lines(before);
  const edits = changes
    .filter((change): change is TextDocumentEdit => 'edits' in change && change.textDocument.uri === at(path))
    .flatMap(({ edits: all }) => all)
    .map((each) => {
      assert.ok('newText' in each);
      const { start, end } = each.range;
      return { range: { start: lines.offsetAt(start), end: lines.offsetAt(end) }, newText: each.newText };
    });
  return { text: applyEdits(before, edits), isNew };
}

test('an ignored finding is not sent, and one that is ignored no more is', async (context) => {
  const client = await connect(context, { kinds, files: { ...files, [settings]: JSON.stringify({ suppress }) } });
  assert.deepEqual(client.messages(mcp), []);
  await client.open(settings, '{}');
  client.pause();
  await client.sync();
  assert.equal(client.shown(mcp).length, 1);
  await client.change(settings, JSON.stringify({ suppress }));
  client.pause();
  await client.sync();
  assert.deepEqual(client.messages(mcp), []);
  // The server still requests the settings of the editor.
  await client.sync();
});

test('what is ignored without need is shown faded', async (context) => {
  const text = JSON.stringify({ suppress: [{ ...suppress[0], files: ['elsewhere'] }] });
  const client = await connect(context, { kinds, files: { ...files, [settings]: text } });
  const [unused] = client.shown(settings);
  assert.equal(unused?.code, 'config/unused-suppression');
  assert.deepEqual(unused?.tags, [DiagnosticTag.Unnecessary]);
});

test('any editor gets edits that ignore a finding, behind its fixes', async (context) => {
  const client = await connect(context, { kinds, files });
  await client.open(mcp, server);
  const actions = await actionsAt(client, mcp, server, 'http:');
  assert.deepEqual(
    actions.slice(-2).map(({ title }) => title),
    ['Ignore mcp/http-url in this file, with a reason', 'Turn mcp/http-url off in this workspace'],
  );
  assert.ok(actions.slice(-2).every(({ isPreferred, kind }) => !isPreferred && kind === 'quickfix'));
  const [ignore, off] = actions.slice(-2).map((action) => after(action, settings, ''));
  assert.ok(ignore?.isNew && off?.isNew);
  assert.deepEqual(JSON.parse(ignore.text), { suppress: [{ ...suppress[0], reason: 'why?' }] });
  assert.deepEqual(JSON.parse(off.text), { rules: { 'mcp/http-url': 'off' } });
});

test('settings that are there are added to', async (context) => {
  const text = `${JSON.stringify({ rules: { 'skill/schema': 'off' }, suppress: [{ ...suppress[0], files: ['b'] }] }, null, 2)}\n`;
  const client = await connect(context, { kinds, files: { ...files, [settings]: text } });
  await client.open(mcp, server);
  const [ignore, off] = (await actionsAt(client, mcp, server, 'http:'))
    .slice(-2)
    .map((action) => after(action, settings, text));
  assert.deepEqual(JSON.parse(ignore?.text ?? '').suppress[1], { ...suppress[0], reason: 'why?' });
  assert.match(ignore?.text ?? '', /\n {4}\},\n {4}\{\n {6}"rules": \[/);
  assert.deepEqual(JSON.parse(off?.text ?? '').rules, { 'skill/schema': 'off', 'mcp/http-url': 'off' });
});

test('in front matter a comment above the key does it', async (context) => {
  const client = await connect(context, { kinds, files });
  await client.open(skill, markdown, 'markdown');
  const actions = await actionsAt(client, skill, markdown, 'user-invokable');
  const ignore = actions.find(({ title }) => title === 'Ignore skill/near-miss-key here, with a reason');
  assert.ok(ignore);
  const comment = '# plugboard-ignore skill/near-miss-key: why?\nuser-invokable';
  assert.equal(after(ignore, skill, markdown).text, markdown.replace('user-invokable', comment));
});

test('a client that can ask gets a command, and the server makes the edit', async (context) => {
  const client = await connect(context, { kinds, files, initializationOptions: { commands: true } });
  const applied: ApplyWorkspaceEditParams[] = [];
  client.connection.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
    applied.push(params);
    return { applied: true };
  });
  for (const [path, text, word] of [
    [skill, markdown, 'user-invokable'],
    [mcp, server, 'http:'],
  ] as const) {
    await client.open(path, text, path.endsWith('.md') ? 'markdown' : 'json');
    const action = (await actionsAt(client, path, text, word)).find(({ command }) => command);
    assert.match(action?.title ?? '', /^Ignore \S+ (here|in this file), with a reason…$/);
    assert.equal(action?.command?.command, 'plugboard.ignoreHere');
    const [finding] = action?.command?.arguments ?? [];
    const reason = 'The lab has\n no certificates.';
    assert.deepEqual(await client.connection.sendRequest('plugboard/ignore', { ...finding, reason }), {
      applied: true,
    });
  }
  const [inSkill, inSettings] = applied;
  assert.ok(inSkill && inSettings);
  assert.match(
    after(inSkill, skill, markdown).text,
    /\n# plugboard-ignore skill\/near-miss-key: The lab has no certificates\.\nuser-inv/,
  );
  assert.deepEqual(JSON.parse(after(inSettings, settings, '').text), { suppress });
});

test('levels count as they are typed, as soon as the text can be read', async (context) => {
  const client = await connect(context, { kinds, files: { ...files, [settings]: '{}' } });
  assert.equal(client.shown(mcp).length, 1);
  await client.open(settings, '{ "rules": { "mcp/http-url": "off" ');
  client.pause();
  await client.sync();
  assert.equal(client.shown(mcp).length, 1);
  await client.change(settings, '{ "rules": { "mcp/http-url": "off" } }');
  const times = client.idleTimes;
  client.pause();
  // Once for the text, once more for its suppressions.
  await client.whenIdle(times + 2);
  assert.deepEqual(client.messages(mcp), []);
});

test('ids of rules are completed with what they find', async (context) => {
  const client = await connect(context, { kinds });
  const keys = await client.ask<{ label: string; documentation?: { value: string } }[]>(
    'textDocument/completion',
    settings,
    '{ "rules": { "<|>" } }',
  );
  const found = (Array.isArray(keys) ? keys : (keys as { items: typeof keys }).items).find(
    ({ label }) => label === 'mcp/http-url',
  );
  assert.ok(found?.documentation?.value);
});
