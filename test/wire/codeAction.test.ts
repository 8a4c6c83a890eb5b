import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { note } from './kinds.ts';
import { at, type Client, capable, connect } from './support.ts';

const kinds = [note];

const actions = (client: Client, path: string, character: number, only?: string[]): Promise<CodeAction[]> =>
  client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: at(path) },
    range: { start: { line: 0, character }, end: { line: 0, character } },
    context: { diagnostics: [], ...(only && { only }) },
  });

test('a single fix is preferred and names the problem that it cures', async (context) => {
  const client = await connect(context, { kinds });
  const [problem] = await client.open('a.note.json', '{"shape": "round "}');
  const [action, ...others] = await actions(client, 'a.note.json', 12);
  assert.deepEqual(others, []);
  assert.deepEqual(action, {
    title: 'Remove the blank',
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [problem],
    edit: {
      documentChanges: [
        {
          textDocument: { uri: at('a.note.json'), version: 1 },
          edits: [
            { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 18 } }, newText: '"round"' },
          ],
        },
      ],
    },
  });
});

test('elsewhere nothing is offered', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('a.note.json', '{"shape": "round "}');
  assert.deepEqual(await actions(client, 'a.note.json', 3), []);
});

test('fixes belong to the text as it is now: what waits for a pause is looked for first', async (context) => {
  const client = await connect(context, { kinds, files: { 'b.note.json': '{"name": "old"}' } });
  await client.open('a.note.json', '{"refers": "new"}');
  const titles = (await actions(client, 'a.note.json', 12)).map(({ title }) => title);
  assert.deepEqual(titles, ['Rename old', 'Create the note', 'Move this note']);
});

test('fixes reach other files, create and rename', async (context) => {
  const client = await connect(context, { kinds, files: { 'b.note.json': '{"name": "old"}' } });
  await client.open('a.note.json', '{"refers": "new"}');
  const edits = (await actions(client, 'a.note.json', 12)).map(({ edit }) => edit?.documentChanges);
  const none = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  assert.deepEqual(edits, [
    [
      {
        textDocument: { uri: at('b.note.json'), version: null },
        edits: [{ range: { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } }, newText: '"new"' }],
      },
    ],
    [
      { kind: 'create', uri: at('new.note.json') },
      { textDocument: { uri: at('new.note.json'), version: null }, edits: [{ range: none, newText: '{}' }] },
    ],
    [{ kind: 'rename', oldUri: at('a.note.json'), newUri: at('a-2.note.json') }],
  ]);
});

test('a client that cannot rename is not asked to', async (context) => {
  const capabilities = { ...capable, workspace: { workspaceEdit: {} } };
  const client = await connect(context, { kinds, capabilities, files: { 'b.note.json': '{"name": "old"}' } });
  await client.open('a.note.json', '{"refers": "new"}');
  const [action, ...others] = await actions(client, 'a.note.json', 12);
  assert.deepEqual(others, []);
  assert.deepEqual(Object.keys(action?.edit?.changes ?? {}), [at('b.note.json')]);
});

test('fix all takes every fix that needs no look', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('a.note.json', '{"color": "red ", "shape": "round ", "refers": "x"}');
  const all = await actions(client, 'a.note.json', 0, ['source.fixAll']);
  assert.deepEqual(
    all.map(({ kind, edit }) => [kind, edit?.documentChanges?.flatMap((c) => ('edits' in c ? c.edits.length : 0))]),
    [['source.fixAll.plugboard', [2]]],
  );
  assert.deepEqual(await actions(client, 'a.note.json', 12, ['refactor']), []);
});

test('the fix of a syntax error is offered although the editor reports the error itself', async (context) => {
  const client = await connect(context, { kinds, initializationOptions: { builtinJson: true } });
  assert.deepEqual(await client.open('a.note.json', '{"a": 1,}'), []);
  const [action] = await actions(client, 'a.note.json', 7);
  assert.equal(action?.title, 'Remove the comma');
  assert.equal(action?.diagnostics, undefined);
});
