import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DiagnosticTag } from 'vscode-languageserver-protocol/node';
import { kinds as all } from '../../server/core/kinds/index.ts';
import { note } from './kinds.ts';
import { at, connect } from './support.ts';

const kinds = [note];

test('a document that is opened gets its problems at once', async (context) => {
  const client = await connect(context, { kinds });
  const [problem, ...others] = await client.open('a.note.json', '{\n  "shape": "round "\n}');
  assert.deepEqual(others, []);
  assert.deepEqual(problem, {
    range: { start: { line: 1, character: 11 }, end: { line: 1, character: 19 } },
    message: 'A blank ends this (floor 1.46388.4).',
    severity: 2,
    source: 'plugboard',
    code: 'note/blank',
    codeDescription: { href: 'https://example.com/note/blank' },
  });
  assert.equal(client.published.at(-1)?.version, 1);
});

test('a change takes problems away and brings new ones', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('a.note.json', '{"shape": "round "}');
  assert.deepEqual(await client.change('a.note.json', '{"shape": "round"}'), []);
  assert.equal((await client.change('a.note.json', '{"shape": "x "}')).length, 1);
});

test('what has not changed is not sent again', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('a.note.json', '{"shape": "round "}');
  const sent = client.published.length;
  await client.change('a.note.json', '{"shape": "round ", "more": 1}');
  client.pause();
  await client.whenIdle(2);
  assert.equal(client.published.length, sent);
});

test('edits of a part are applied at their places', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('a.note.json', '{"x": "é😀",\n "shape": "a"}');
  await client.connection.sendNotification('textDocument/didChange', {
    textDocument: { uri: at('a.note.json'), version: 2 },
    contentChanges: [
      { range: { start: { line: 0, character: 7 }, end: { line: 0, character: 10 } }, text: 'b' },
      { range: { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } }, text: ' ' },
    ],
  });
  await client.sync();
  assert.deepEqual(client.shown('a.note.json')[0]?.range, {
    start: { line: 1, character: 10 },
    end: { line: 1, character: 14 },
  });
});

test('problems that span files follow when the typing pauses', async (context) => {
  const client = await connect(context, { kinds, files: { 'b.note.json': '{"name": "old"}' } });
  assert.deepEqual(await client.open('a.note.json', '{"refers": "new"}'), []);
  assert.ok(client.isPausing);
  client.pause();
  await client.whenIdle(2);
  assert.deepEqual(client.messages('a.note.json'), ['No note is called new.']);
  assert.deepEqual(client.shown('a.note.json')[0]?.relatedInformation, [
    {
      location: {
        uri: at('b.note.json'),
        range: { start: { line: 0, character: 9 }, end: { line: 0, character: 14 } },
      },
      message: 'This one is there.',
    },
  ]);
  await client.open('b.note.json', '{"name": "new"}');
  assert.equal(client.messages('a.note.json').length, 1);
  client.pause();
  await client.whenIdle(3);
  assert.deepEqual(client.messages('a.note.json'), []);
});

test('files that nobody opened are looked at when the server starts, with progress', async (context) => {
  const client = await connect(context, { kinds, files: { 'b.note.json': '{"refers": "none"}', 'c.txt': '' } });
  assert.deepEqual(client.messages('b.note.json'), ['No note is called none.']);
  assert.deepEqual(
    client.progress.map((value) => (value as { kind: string }).kind),
    ['begin', 'report', 'end'],
  );
});

test('an open document shadows the disk until it is closed', async (context) => {
  const client = await connect(context, { kinds, files: { 'b.note.json': '{"shape": "round "}' } });
  assert.equal(client.shown('b.note.json').length, 1);
  assert.deepEqual(await client.open('b.note.json', '{}'), []);
  await client.close('b.note.json');
  client.pause();
  await client.whenIdle(2);
  assert.equal(client.shown('b.note.json').length, 1);
});

test('the problems of a text that was never saved go when it is closed', async (context) => {
  const client = await connect(context, { kinds });
  assert.equal((await client.open('a.note.json', '{"shape": "round "}')).length, 1);
  await client.close('a.note.json');
  await client.sync();
  assert.deepEqual(client.shown('a.note.json'), []);
});

for (const [builtinJson, languageId, reported] of [
  [true, 'json', 0],
  [true, 'jsonc', 1],
  [false, 'json', 1],
] as const) {
  test(`syntax errors of ${languageId}, ${builtinJson ? 'reported' : 'not reported'} by the editor itself`, async (context) => {
    const client = await connect(context, { kinds, initializationOptions: { builtinJson } });
    const shown = await client.open('a.note.json', '{"a": 1,}', languageId);
    assert.deepEqual(
      shown.map(({ code }) => code),
      Array(reported).fill('note/syntax'),
    );
  });
}

test('an address that the client spells in its own way is answered in that way', async (context) => {
  const client = await connect(context, { kinds });
  const uri = 'file:///c:/a (1).note.json';
  const textDocument = { uri, languageId: 'json', version: 1, text: '{"shape": "round "}' };
  await client.connection.sendNotification('textDocument/didOpen', { textDocument });
  await client.sync();
  assert.equal(client.published.at(-1)?.uri, uri);
});

test('a key under its old name is struck through', async (context) => {
  const client = await connect(context, { kinds: all });
  const policy = { inferenceProvider: 'gateway', isDxtEnabled: true };
  const shown = await client.open('policy.json', JSON.stringify(policy));
  const renamed = shown.find(({ code }) => code === 'policy/renamed-key');
  assert.deepEqual(renamed?.tags, [DiagnosticTag.Deprecated]);
});
