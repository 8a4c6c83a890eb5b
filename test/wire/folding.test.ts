import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FoldingRange } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { at, connect } from './support.ts';

type Client = Awaited<ReturnType<typeof connect>>;

const folded = (client: Client, path: string): Promise<FoldingRange[] | null> =>
  client.connection.sendRequest('textDocument/foldingRange', { textDocument: { uri: at(path) } });

test('JSON is left to the editor, and so is what is not ours', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('policy.json', '{\n  "inferenceProvider": "gateway"\n}');
  assert.equal(await folded(client, 'policy.json'), null);
  assert.equal(await folded(client, 'other.plist'), null);
});

test('sections and comments of a registry file are folded', async (context) => {
  const client = await connect(context, { kinds });
  const lines = [
    'Windows Registry Editor Version 5.00',
    '; a',
    '; b',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
  ];
  await client.open('claude.reg', [...lines, '"inferenceProvider"="vertex"', ''].join('\r\n'), 'reg');
  assert.deepEqual(await folded(client, 'claude.reg'), [
    { startLine: 3, endLine: 4 },
    { startLine: 1, endLine: 2, kind: 'comment' },
  ]);
});
