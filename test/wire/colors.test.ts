import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ColorInformation, ColorPresentation } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { at, connect } from './support.ts';

const text = '{ "inferenceProvider": "gateway",\n  "banner": { "backgroundColor": "#ff0080" } }';
const range = { start: { line: 1, character: 34 }, end: { line: 1, character: 41 } };

test('colours are offered for policies alone', async (context) => {
  const { initialized } = await connect(context, { kinds });
  const { colorProvider } = initialized.capabilities;
  assert.ok(typeof colorProvider === 'object' && 'documentSelector' in colorProvider);
  const patterns = JSON.stringify(colorProvider.documentSelector);
  assert.match(patterns, /json/);
  assert.doesNotMatch(patterns, /\.md/);
});

test('a colour is shown and changed', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('policy.json', text);
  const textDocument = { uri: at('policy.json') };
  const found: ColorInformation[] = await client.connection.sendRequest('textDocument/documentColor', { textDocument });
  assert.deepEqual(found, [{ range, color: { red: 1, green: 0, blue: 128 / 255, alpha: 1 } }]);
  const color = { red: 0.5, green: 2, blue: 0, alpha: 0.3 };
  const [shown]: ColorPresentation[] = await client.connection.sendRequest('textDocument/colorPresentation', {
    textDocument,
    color,
    range,
  });
  assert.equal(shown?.label, '#80ff00');
  assert.equal(shown?.textEdit?.newText, '"#80ff00"');
});
