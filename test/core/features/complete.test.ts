import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainText } from '../../../server/core/base/snippet.ts';
import { applyEdits } from '../../../server/core/base/text.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import type { CompletionItem } from '../../../server/core/features/completion/item.ts';
import { atCursor, context } from './cursor.ts';

const completions = (marked: string): CompletionItem[] => {
  const { document, offset } = atCursor(marked);
  return complete(document, offset, context).sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
};
const labels = (marked: string): string[] => completions(marked).map(({ label }) => label);

/** Returns the text after `label` was chosen; tab stops stay visible. */
function after(marked: string, label: string): string {
  const item = completions(marked).find((item) => item.label === label);
  assert.ok(item, `${label} is not among ${labels(marked).join(', ')}`);
  return applyEdits(atCursor(marked).document.text, [{ range: item.range, newText: item.insertText }]);
}

const allKeys = [
  '$id',
  'path',
  'size',
  'region',
  'key',
  'name',
  'enabled',
  'mode',
  'model',
  'count',
  'tools',
  'servers',
  'either',
  'map',
  'old',
];

test('keys: required first, then by group, deprecated last', () => {
  assert.deepEqual(labels('{ <|> }').sort(), [...allKeys].sort());
  const order = labels('{ <|> }');
  assert.equal(order[0], 'name');
  assert.equal(order.at(-1), 'old');
  assert.ok(completions('{ <|> }').at(-1)?.deprecated);
});

test('keys of another inference provider come behind those that fit', () => {
  const order = labels('{"model": "gateway", <|>}');
  assert.ok(order.indexOf('region') > order.indexOf('count'));
  assert.ok(order.indexOf('key') < order.indexOf('count'));
  const open = labels('{<|>}');
  assert.ok(open.indexOf('region') < open.indexOf('count'));
});

for (const marked of [
  '{<|>}',
  '{ "<|>',
  '{ "na<|>',
  '{ na<|> }',
  '{"mode": "fast", "<|>"}',
  '{"mode": "fast", <|>',
  '---\n<|>\n---\n',
]) {
  test(`keys are offered at ${JSON.stringify(marked)}`, () => assert.ok(labels(marked).includes('name')));
}

const nothing = [
  '{"mode": "fast" <|>}',
  '{"count": 1}<|>',
  '---\nname: x\n---\nBody <|>',
  '# no front matter <|>',
  '{"unknown": <|>}',
];
for (const marked of nothing) {
  test(`nothing is offered at ${JSON.stringify(marked)}`, () => assert.deepEqual(labels(marked), []));
}

test('keys that stand there already are not offered again, but the one at the cursor is', () => {
  assert.ok(!labels('{"name": "x", <|>}').includes('name'));
  assert.ok(labels('{"na<|>me": "x"}').includes('name'));
});

const keyInserts: [marked: string, label: string, expected: string][] = [
  ['{<|>}', 'enabled', '{"enabled": ${1|true,false|}}'],
  ['{ "ena<|>" }', 'enabled', '{ "enabled": ${1|true,false|} }'],
  ['{ "ena<|>', 'enabled', '{ "enabled": ${1|true,false|}'],
  ['{<|>\n"mode": "fast"}', 'name', '{"name": "$1",\n"mode": "fast"}'],
  ['{<|>, "mode": "fast"}', 'name', '{"name": "$1", "mode": "fast"}'],
  ['{"mo<|>d": "fast"}', 'mode', '{"mode": "fast"}'],
  ['{<|>}', 'mode', '{"mode": ${1|"fast","slow"|}}'],
  ['{<|>}', 'model', '{"model": ${1|"opus","haiku"|}}'],
  ['{<|>}', 'count', '{"count": ${1:3}}'],
  ['{<|>}', 'tools', '{"tools": ["$1"]}'],
  ['{<|>}', 'servers', '{"servers": [{ "command": "$1" \\}]}'],
  ['{<|>}', 'map', '{"map": {$1}}'],
  ['{"map": {<|>}}', 'docs', '{"map": {"docs": { "command": "$1" \\}}}'],
  ['{"map": {<|>}}', 'new http', '{"map": {"${1:name}": { "transport": "http", "url": "$2" \\}}}'],
  ['{"map": {<|>}}', 'new stdio', '{"map": {"${1:name}": { "command": "$2" \\}}}'],
  ['{<|>}', 'size', '{"size": ${1:1}}'],
  ['{<|>}', 'path', '{"path": "${1:C:\\\\\\\\\\\\"x\\\\"}"}'],
  ['{<|>}', '$id', '{"\\$id": "${1:urn:x}"}'],
  ['---\nna<|>\n---\n', 'name', '---\nname: $1\n---\n'],
  ['---\n<|>\nname: x\n---\n', 'enabled', '---\nenabled: ${1|true,false|}\nname: x\n---\n'],
  ['---\nmo<|>: x\n---\n', 'mode', '---\nmode: x\n---\n'],
];
for (const [marked, label, expected] of keyInserts) {
  test(`key ${label} at ${JSON.stringify(marked)}`, () => assert.equal(after(marked, label), expected));
}

const valueLists: [marked: string, expected: string[]][] = [
  ['{"mode": <|>}', ['fast', 'slow']],
  ['{"mode": "<|>"}', ['fast', 'slow']],
  ['{"mode": "f<|>', ['fast', 'slow']],
  ['{"enabled": <|>}', ['true', 'false']],
  ['{"model": "<|>"}', ['opus', 'haiku']],
  ['{"count": <|>}', ['3']],
  ['{"tools": [<|>]}', ['Read', 'Write']],
  ['{"tools": ["Read", <|>]}', ['Write']],
  ['{"tools": ["Read", "<|>"]}', ['Write']],
  ['{"either": <|>}', ['all', '[ ] list']],
  ['{"servers": [<|>]}', ['{ } http', '{ } stdio']],
  ['{"servers": [{"transport": "http", "url": "", "transport": "<|>"}]}', ['http', 'stdio']],
  ['---\nmode: <|>\n---\n', ['fast', 'slow']],
  ['---\nmode: f<|>\n---\n', ['fast', 'slow']],
  ['---\nenabled: <|>\n---\n', ['true', 'false']],
  ['---\ntools:\n  - <|>\n---\n', ['Read', 'Write']],
  ['---\ntools: [Read, <|>]\n---\n', ['Write']],
];
for (const [marked, expected] of valueLists) {
  test(`values at ${JSON.stringify(marked)}`, () => assert.deepEqual(labels(marked), expected));
}

const valueInserts: [marked: string, label: string, expected: string][] = [
  ['{"mode": "f<|>"}', 'slow', '{"mode": "slow"}'],
  ['{"mode": <|>\n"count": 1}', 'slow', '{"mode": "slow",\n"count": 1}'],
  ['{"mode":<|>}', 'slow', '{"mode": "slow"}'],
  ['{"tools": [<|> "Read"]}', 'Write', '{"tools": ["Write", "Read"]}'],
  ['---\nmode:<|>\n---\n', 'slow', '---\nmode: slow\n---\n'],
  ['{"servers": [<|>]}', '{ } http', '{"servers": [{ "transport": "http", "url": "$1" \\}]}'],
  ['{"either": "<|>"}', '[ ] list', '{"either": ["$1"]}'],
];
for (const [marked, label, expected] of valueInserts) {
  test(`value ${label} at ${JSON.stringify(marked)}`, () => assert.equal(after(marked, label), expected));
}

test('what is inserted without snippets is whole JSON', () => {
  for (const marked of ['{<|>}', '{"map": {<|>}}', '{<|>\n"mode": "fast"}', '{"mode": "fast", <|>}']) {
    for (const { range, insertText, label } of completions(marked)) {
      const text = applyEdits(atCursor(marked).document.text, [{ range, newText: plainText(insertText) }]);
      assert.doesNotThrow(() => JSON.parse(text), `${label}: ${text}`);
    }
  }
});

test('an item tells its type, its documentation and what filters it', () => {
  const item = completions('{ "ena<|>" }').find(({ label }) => label === 'enabled');
  assert.equal(item?.detail, 'boolean · needs 1.50000.0');
  assert.match(item?.documentation ?? '', /Whether it runs/);
  assert.equal(item?.filterText, '"enabled"');
});

test('the text that is replaced stands on the line of the cursor', () => {
  for (const item of completions('---\nmode: fa<|>\n  st\n---\n')) assert.deepEqual(item.range, { start: 10, end: 12 });
});
