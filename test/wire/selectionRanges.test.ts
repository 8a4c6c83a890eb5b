import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SelectionRange } from 'vscode-languageserver-protocol/node';
import { Lines } from '../../server/core/base/text.ts';
import { kinds } from '../../server/core/kinds/index.ts';
import { at, connect } from './support.ts';

const text = '{\n  "inferenceProvider": "vertex"\n}\n';

test('a selection grows from the word to the file, for each position', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('fleet.json', text);
  const positions = [
    { line: 1, character: 28 },
    { line: 2, character: 1 },
  ];
  const textDocument = { uri: at('fleet.json') };
  const found: SelectionRange[] = await client.connection.sendRequest('textDocument/selectionRange', {
    textDocument,
    positions,
  });
  const lines = new Lines(text);
  const grown = found.map((innermost) => {
    const texts: string[] = [];
    for (let range: SelectionRange | undefined = innermost; range; range = range.parent) {
      texts.push(text.slice(lines.offsetAt(range.range.start), lines.offsetAt(range.range.end)));
    }
    return texts;
  });
  const object = text.trimEnd();
  const property = '"inferenceProvider": "vertex"';
  assert.deepEqual(grown[0], ['vertex', '"vertex"', property, object, text]);
  assert.deepEqual(grown[1]?.slice(-2), [object, text]);
});

test('what is not ours is left to the editor', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('readme.txt', 'word', 'plaintext');
  const params = { textDocument: { uri: at('readme.txt') }, positions: [{ line: 0, character: 1 }] };
  assert.equal(await client.connection.sendRequest('textDocument/selectionRange', params), null);
});
