import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textsOfJson, textsOfSource } from '../../scripts/visibleTexts.mjs';
import { refusals, refusedIn } from '../support/refusedWords.ts';

const listed = (source: string, file = 'server/core/kinds/mcp/rules/example.ts'): string[] =>
  textsOfSource(file, source).map(({ line, kind, text }) => `${line} ${kind}: ${text}`);

test('texts of a rule: messages, titles and what they are made of', () => {
  assert.deepEqual(
    listed(`import { x } from 'not listed';
export const rule = {
  id: 'mcp/not-listed at all',
  *check(node) {
    yield { message: \`\\\`\${name}\\\` \${isOld ? 'was' : 'is'} ignored.\` + more, fixes: [{ title: 'Remove' }] };
    if (node.value === 'a b' || /a b/.test('c d')) return;
    const why = isOld ? 'since version 2' : undefined;
    throw new UsageError('name a \\n' + 'file');
  },
};`),
    [
      '5 rule message: `{…}` {was|is} ignored.{…}',
      '5 rule title: Remove',
      '7 rule why: since version 2',
      '8 rule error: name a \nfile',
    ],
  );
});

test('a text inside the hole of another one is listed too', () => {
  assert.deepEqual(listed("const note = `${list.map((one) => `${one} of all`).join(', or ')} are missing.`;"), [
    '1 rule note: {…} are missing.',
    '1 rule note: {…} of all',
    '1 rule note: , or ',
  ]);
});

test('of a page what is shown and read aloud is listed, without its markup', () => {
  const source = 'export const row = () => `<tr class="a b"><td title="By ${policy}">No tool</td></tr>`;';
  assert.deepEqual(listed(source, 'client/panel/row.ts'), ['1 page row: By {…} No tool']);
});

test('of JSON the titles and descriptions are listed', () => {
  const json = '{\n "title": "Servers",\n "key": "not listed",\n "notes": ["One.", "Two."]\n}';
  assert.deepEqual(
    textsOfJson('package.json', json).map(({ line, kind, text }) => `${line} ${kind}: ${text}`),
    ['2 package title: Servers', '4 package notes: One.', '4 package notes: Two.'],
  );
});

test('words that readers must translate are refused, and their plain uses are not', () => {
  const words = (text: string) => refusedIn(text).map(({ word }) => word);
  assert.deepEqual(words('The address stands behind the name, told letter by letter.'), [
    'stands',
    'address',
    'letter',
    'told',
    'behind',
    'letter by letter',
  ]);
  assert.deepEqual(words('Of a server alone: this is no name. Is `url` meant?'), [
    'is no',
    'Of a',
    'alone',
    'Is `url` meant?',
  ]);
  assert.deepEqual(words('Nothing can read the file so.'), ['so.', 'Nothing can read']);
  assert.deepEqual(words('must contain only letters, digits and `_`; `*` stands for any name behind the proxy'), []);
  assert.deepEqual(words('There is no plugin in this folder. Files ending in `.md`, if the documentation says so'), []);
  assert.deepEqual(words('A plain text file with an email address. It is no longer read. Unknown key `text`.'), []);
});

test('a refusal names the place and the better word', () => {
  const texts = [{ file: 'server/a.ts', line: 3, kind: 'rule message', text: 'must be a text' }];
  assert.deepEqual(refusals(texts), ['server/a.ts:3 (rule message) “text” → string: must be a text']);
});
