import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { kinds as allKinds } from '../../server/core/kinds/index.ts';
import { requests, type SourceCandidates } from '../../server/protocol.ts';
import { note } from './kinds.ts';
import { at, type Client, capable, connect, root } from './support.ts';

const kinds = [note];
const wrong = '{"shape": "round "}';

const watched = async (client: Client, ...changes: [path: string, type: FileChangeType][]): Promise<void> => {
  const times = client.idleTimes;
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([path, type]) => ({ uri: at(path), type })),
  });
  while (!client.isPausing && client.idleTimes === times) await client.sync();
  client.pause();
  await client.whenIdle(times + 1);
};

test('the server asks for events of names and of texts of its kinds', async (context) => {
  const client = await connect(context, { kinds });
  const watchers = client.registered.find(({ method }) => method === 'workspace/didChangeWatchedFiles');
  assert.deepEqual(watchers?.registerOptions, {
    watchers: [
      { globPattern: '**/*', kind: 5 },
      { globPattern: '**/*.note.json', kind: 2 },
      { globPattern: '**/.plugboard.json', kind: 2 },
      { globPattern: '**/.plugboard.tools.json', kind: 2 },
      { globPattern: '**/managed-mcp.json', kind: 2 },
      { globPattern: '**/managed-settings.json', kind: 2 },
      { globPattern: '**/{scripts,bin,hooks}/**', kind: 2 },
      { globPattern: '**/*.{sh,bash,zsh,py,rb,pl,js,mjs,cjs,ts}', kind: 2 },
    ],
  });
});

test('files that change, come and go are followed', async (context) => {
  const client = await connect(context, { kinds, files: { 'a.note.json': '{}', 'folder/b.note.json': wrong } });
  client.files.texts.set(at('a.note.json'), wrong);
  client.files.texts.set(at('c.note.json'), wrong);
  client.files.texts.delete(at('folder/b.note.json'));
  await watched(
    client,
    ['a.note.json', FileChangeType.Changed],
    ['c.note.json', FileChangeType.Created],
    ['folder', FileChangeType.Deleted],
  );
  assert.equal(client.shown('a.note.json').length, 1);
  assert.equal(client.shown('c.note.json').length, 1);
  assert.deepEqual(client.shown('folder/b.note.json'), []);
});

test('a folder that comes is read with all that is in it', async (context) => {
  const client = await connect(context, { kinds });
  client.files.texts.set(at('folder/deep/a.note.json'), wrong);
  await watched(client, ['folder', FileChangeType.Created]);
  assert.equal(client.shown('folder/deep/a.note.json').length, 1);
});

test('a change on the disk does not touch a document that is open', async (context) => {
  const client = await connect(context, { kinds, files: { 'a.note.json': '{}' } });
  await client.open('a.note.json', '{}');
  client.files.texts.set(at('a.note.json'), wrong);
  await watched(client, ['a.note.json', FileChangeType.Changed]);
  assert.deepEqual(client.shown('a.note.json'), []);
});

test('folders that join or leave the workspace are read or forgotten', async (context) => {
  const capabilities = { ...capable, workspace: { ...capable.workspace, workspaceFolders: true } };
  const client = await connect(context, { kinds, capabilities, files: { 'a.note.json': wrong } });
  client.files.texts.set('file:///other/b.note.json', wrong);
  const change = (event: object) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
  const other = { uri: 'file:///other/', name: 'other' };
  await change({ added: [other], removed: [{ uri: root, name: 'work space' }] });
  await client.whenIdle(2);
  assert.deepEqual(client.shown('a.note.json'), []);
  assert.equal(client.published.findLast(({ uri }) => uri === 'file:///other/b.note.json')?.diagnostics.length, 1);
});

test('levels and the floor come from the settings and change with them', async (context) => {
  const settings = { target: { minimumVersion: '1.2.3' }, rules: { 'note/blank': 'hint' } };
  const client = await connect(context, { kinds, files: { 'a.note.json': wrong }, settings });
  const [problem] = client.shown('a.note.json');
  assert.equal(problem?.severity, 4);
  assert.match(String(problem?.message), /floor 1\.2\.3/);
  client.settings = { rules: { 'note/blank': 'off' } };
  await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  await client.whenIdle(2);
  assert.deepEqual(client.shown('a.note.json'), []);
});

test('the file of the workspace counts where the editor says nothing', async (context) => {
  const files = {
    'a.note.json': wrong,
    '.plugboard.json': '{"target": {"minimumVersion": "1.0"}, "rules": {"note/blank": "error"}}',
  };
  const settings = { rules: { 'note/blank': 'info' }, target: { minimumVersion: '' } };
  const client = await connect(context, { kinds, files, settings });
  const [problem] = client.shown('a.note.json');
  assert.equal(problem?.severity, 3);
  assert.match(String(problem?.message), /floor 1\.0\)/);
  client.files.texts.set(at('.plugboard.json'), '{"target": {"minimumVersion": "2.0"}}');
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `${root}/.plugboard.json`, type: FileChangeType.Changed }],
  });
  await client.whenIdle(2);
  assert.match(client.messages('a.note.json')[0] ?? '', /floor 2\.0\)/);
});

test('a policy that is not saved yet gets help, rules no device, and is forgotten when it is closed', async (context) => {
  const client = await connect(context, { kinds: allKinds, files: { 'saved.json': '{ "chatTabEnabled": true }' } });
  const textDocument = {
    uri: 'untitled:/work%20space/new.json',
    languageId: 'json',
    version: 1,
    text: '{ "chatTabEnabld": true, "inferenceProvider": "anthropic" }',
  };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument });
  await client.sync();
  const shown = () => client.published.findLast(({ uri }) => uri === textDocument.uri)?.diagnostics ?? [];
  assert.deepEqual(
    shown().map(({ code }) => code),
    ['policy/unknown-key'],
  );
  const { policies } = await client.connection.sendRequest<SourceCandidates>(requests.sourceCandidates, null);
  assert.deepEqual(
    policies.map(({ label }) => label),
    ['saved.json'],
  );
  await client.connection.sendNotification('textDocument/didClose', { textDocument });
  await client.sync();
  client.pause();
  await client.whenIdle(2);
  assert.deepEqual(shown(), []);
});

const kit: Readonly<Record<string, string>> = {
  'kit/agents/a.md': '---\nname: a\ndescription: Does a. Use when asked.\ntools: Raed\n---\nDo a.\n',
  'kit/hooks/hooks.json': '{ "hooks": { "PreTolUse": [] } }',
};
const manifest = '{ "name": "kit", "description": "A kit.", "version": "1.0.0" }';
const rulesShown = (client: Client, path: string) => client.shown(path).map(({ code }) => code);

test('a folder that becomes a plugin is checked at once, and no more when it ceases to be one', async (context) => {
  const client = await connect(context, { kinds: allKinds, files: kit });
  assert.deepEqual(rulesShown(client, 'kit/agents/a.md'), []);
  client.files.texts.set(at('kit/.claude-plugin/plugin.json'), manifest);
  await watched(client, ['kit/.claude-plugin', FileChangeType.Created]);
  await again(client);
  assert.deepEqual(rulesShown(client, 'kit/agents/a.md'), ['agent/unknown-tool']);
  assert.deepEqual(rulesShown(client, 'kit/hooks/hooks.json'), ['hooks/unknown-event']);
  client.files.texts.delete(at('kit/.claude-plugin/plugin.json'));
  await watched(client, ['kit/.claude-plugin', FileChangeType.Deleted]);
  assert.deepEqual(rulesShown(client, 'kit/agents/a.md'), []);
  assert.deepEqual(rulesShown(client, 'kit/hooks/hooks.json'), []);
});

/** Waits for the second pause, after which files that are needed because of others have been read. */
const again = async (client: Client): Promise<void> => {
  const times = client.idleTimes;
  while (!client.isPausing) await client.sync();
  client.pause();
  await client.whenIdle(times + 1);
};

test('a manifest that is not saved yet makes a plugin, too', async (context) => {
  const client = await connect(context, { kinds: allKinds, files: kit });
  await client.open('kit/.claude-plugin/plugin.json', manifest);
  await again(client);
  await again(client);
  assert.deepEqual(rulesShown(client, 'kit/agents/a.md'), ['agent/unknown-tool']);
});

test('a file that only the editor held is forgotten with its folder when it is closed', async (context) => {
  const skill = 'kit/skills/steer/SKILL.md';
  const client = await connect(context, {
    kinds: allKinds,
    files: {
      'kit/.claude-plugin/plugin.json': manifest,
      [skill]: '---\nname: steer\ndescription: Steers. Use when asked.\n---\nSee [a](references/a.md).\n',
    },
  });
  assert.deepEqual(rulesShown(client, skill), ['skill/broken-link']);
  await client.open('kit/skills/steer/references/a.md', 'Text\n', 'markdown');
  await again(client);
  assert.deepEqual(rulesShown(client, skill), []);
  await client.close('kit/skills/steer/references/a.md');
  await again(client);
  assert.deepEqual(rulesShown(client, skill), ['skill/broken-link']);
});

test('a file on the disk that is a policy no longer is none', async (context) => {
  const client = await connect(context, {
    kinds: allKinds,
    files: { 'data/app.json': '{ "inferenceProvider": "nobody" }' },
  });
  assert.notDeepEqual(rulesShown(client, 'data/app.json'), []);
  client.files.texts.set(at('data/app.json'), '{ "scripts": oops');
  await watched(client, ['data/app.json', FileChangeType.Changed]);
  assert.deepEqual(rulesShown(client, 'data/app.json'), []);
});
