import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionItem,
  type DocumentSymbol,
  type Hover,
} from 'vscode-languageserver-protocol/node';
import { note } from './kinds.ts';
import { at, capable, connect } from './support.ts';

const kinds = [note];

test('the server says what it can do', async (context) => {
  const { initialized } = await connect(context, { kinds });
  assert.deepEqual(initialized.capabilities, {
    textDocumentSync: { openClose: true, change: 2 },
    workspace: { workspaceFolders: { supported: true, changeNotifications: false } },
    completionProvider: { triggerCharacters: ['"', ':', '$', '{', '/', '@', '(', '|'] },
    hoverProvider: true,
    documentSymbolProvider: { label: 'Plugboard' },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    renameProvider: true,
    workspaceSymbolProvider: true,
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.plugboard'] },
  });
});

test('completion offers keys as snippets', async (context) => {
  const client = await connect(context, { kinds });
  const items = await client.ask<CompletionItem[]>('textDocument/completion', 'a.note.json', '{\n  "co<|>"\n}');
  const color = items.find(({ label }) => label === 'color');
  assert.deepEqual(color?.textEdit, {
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 6 } },
    newText: '"color": ${1|"red","blue"|}',
  });
  assert.equal(color?.insertTextFormat, 2);
});

test('a client without snippets gets plain text', async (context) => {
  const client = await connect(context, { kinds, capabilities: {} });
  const items = await client.ask<CompletionItem[]>('textDocument/completion', 'a.note.json', '{<|>}');
  const texts = items.map(({ textEdit }) => textEdit?.newText);
  assert.deepEqual(texts, ['"color": "red"', '"shape": ""']);
});

test('completion offers names of other files', async (context) => {
  const client = await connect(context, { kinds, files: { 'b.note.json': '{"name": "bee"}' } });
  const items = await client.ask<CompletionItem[]>('textDocument/completion', 'a.note.json', '{"refers": <|>}');
  assert.deepEqual(
    items.map(({ label }) => label),
    ['bee'],
  );
});

test('completion and fixes that are asked for early know the other files', async (context) => {
  const files = {
    'a.note.json': '{"refers":  }',
    'b.note.json': '{"name": "bee"}',
    'c.note.json': '{"refers": "fly"}',
  };
  const textDocument = (path: string) => ({ textDocument: { uri: at(path) } });
  const items = await connect(context, {
    kinds,
    files,
    early: 'textDocument/completion',
    earlyParams: { ...textDocument('a.note.json'), position: { line: 0, character: 11 } },
  });
  assert.deepEqual(
    (items.early as CompletionItem[]).map(({ label }) => label),
    ['bee'],
  );
  const range = { start: { line: 0, character: 12 }, end: { line: 0, character: 12 } };
  const actions = await connect(context, {
    kinds,
    files,
    early: 'textDocument/codeAction',
    earlyParams: { ...textDocument('c.note.json'), range, context: { diagnostics: [] } },
  });
  assert.equal((actions.early as CodeAction[])[0]?.title, 'Rename bee');
});

test('hover shows the card of a key', async (context) => {
  const client = await connect(context, { kinds });
  const card = await client.ask<Hover>('textDocument/hover', 'a.note.json', '{"co<|>lor": "red"}');
  assert.deepEqual(card.range, { start: { line: 0, character: 1 }, end: { line: 0, character: 8 } });
  assert.match(JSON.stringify(card.contents), /Colour.*Of the note/);
});

test('the outline lists keys', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('a.note.json', '{"color": "red", "list": [{"name": "x"}]}');
  const symbols: DocumentSymbol[] = await client.connection.sendRequest('textDocument/documentSymbol', {
    textDocument: { uri: at('a.note.json') },
  });
  assert.deepEqual(
    symbols.map(({ name, children }) => [name, children?.map((child) => child.name)]),
    [
      ['color', []],
      ['list', ['x']],
    ],
  );
});

test('an exception in a handler is logged without its message, and the answer is empty', async (context) => {
  const client = await connect(context, { kinds });
  const items = await client.ask<CompletionItem[]>('textDocument/completion', 'a.note.json', '{"shape": <|>}');
  assert.deepEqual(items, []);
  assert.match(client.log.join('\n'), /completion failed: Error/);
  assert.doesNotMatch(client.log.join('\n'), /quotes its document/);
});

test('a rule that throws takes nothing but itself away', async (context) => {
  const client = await connect(context, { kinds });
  const shown = await client.open('a.note.json', '{"explode": "my secret", "shape": "round "}');
  assert.deepEqual(
    shown.map(({ code }) => code),
    ['note/blank'],
  );
  assert.match(client.log.join('\n'), /rule note\/hostile failed/);
  assert.doesNotMatch(client.log.join('\n'), /my secret/);
});

test('a document that is not ours gets empty answers', async (context) => {
  const client = await connect(context, { kinds, capabilities: capable });
  assert.equal(await client.ask('textDocument/hover', 'readme.txt', 'wo<|>rd', 'plaintext'), null);
  assert.deepEqual(await client.ask('textDocument/completion', 'readme2.txt', 'wo<|>rd', 'plaintext'), []);
  assert.deepEqual(client.published, []);
});

test('a request that is cancelled is answered as such', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('a.note.json', '{}');
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri: at('a.note.json') } };
  const answer = client.connection.sendRequest('textDocument/documentSymbol', params, source.token);
  source.cancel();
  await assert.rejects(answer, { code: -32800 });
});
