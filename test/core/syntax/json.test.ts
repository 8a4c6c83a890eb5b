import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { json, jsonAllowingBom } from '../../../server/core/syntax/json/json.ts';
import { nodeAt, property, toValue } from '../../../server/core/syntax/node.ts';

const at = (text: string, path: readonly (string | number)[]) => {
  const node = nodeAt(json.parse(text).root, path);
  return node && text.slice(node.range.start, node.range.end);
};

test('every value has its exact range', () => {
  const text = '{ "a": [1, "zwölf", {"b" : null}], "c": -1.5e3 }';
  assert.equal(at(text, ['a', 1]), '"zwölf"');
  assert.equal(at(text, ['a', 2, 'b']), 'null');
  assert.equal(at(text, ['c']), '-1.5e3');
  assert.deepEqual(toValue(json.parse(text).root), JSON.parse(text));
});

const broken: readonly [text: string, at: string, fixed: string | undefined][] = [
  ['{"a":1,}', ',', '{"a":1}'],
  ['{"a":1 "b":2}', '"b"', '{"a":1, "b":2}'],
  ['[1 2]', '2', '[1, 2]'],
  ['{"a" 1}', '1', undefined],
  ['{a: 1}', 'a', undefined],
  ['// no\n{}', '// no', undefined],
  ['{"a": "x\n}', '"x', undefined],
];
for (const [text, where, fixed] of broken) {
  test(`one problem for ${JSON.stringify(text)}`, () => {
    const { problems } = json.parse(text);
    assert.equal(problems.length, 1);
    const [problem] = problems;
    assert.equal(problem && text.slice(problem.range.start, problem.range.end), where);
    assert.equal(problem?.fix && applyEdits(text, problem.fix.edits), fixed);
  });
}

test('half-typed text keeps what is there', () => {
  const { root, problems } = json.parse('{ "mcpServers": { "x": { "comm');
  assert.equal(problems.length, 1);
  assert.ok(property(nodeAt(root, ['mcpServers', 'x']), 'comm'));
  assert.equal(toValue(nodeAt(json.parse('{"a": 1, "b": }').root, ['a'])), 1);
});

test('a key that stands twice is kept twice, and its last value counts', () => {
  const { root } = json.parse('{"a":1,"a":2}');
  assert.equal(root?.type === 'object' && root.properties.length, 2);
  assert.deepEqual(toValue(root), { a: 2 });
});

test('a hundred thousand brackets neither crash nor hang', () => {
  const { problems } = json.parse('['.repeat(100_000));
  assert.equal(problems.length, 1);
});

const cursors: readonly [text: string, expects: string, replaced: string, property?: string][] = [
  ['{ "mana|" }', 'key', '"mana"'],
  ['{ mana| }', 'key', 'mana'],
  ['{ "a": 1, | }', 'key', ''],
  ['{ "a": | }', 'value', '', 'a'],
  ['{ "a": tr| }', 'value', 'tr', 'a'],
  ['{ "a": "x|y" }', 'value', '"xy"', 'a'],
  ['{ "a": ["x", "|"] }', 'value', '""'],
  ['{ "a": ["x", |] }', 'value', ''],
  ['{ "a": 1 | }', 'nothing', ''],
  ['{ "a": "x|\n  "b": 2 }', 'value', '"x', 'a'],
  ['|', 'value', ''],
];
for (const [marked, expects, replaced, key] of cursors) {
  test(`at the cursor of ${JSON.stringify(marked)}: ${expects}`, () => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const cursor = json.cursorAt(text, json.parse(text), offset);
    assert.equal(cursor.expects, expects);
    assert.equal(text.slice(cursor.replace.start, cursor.replace.end), replaced);
    if (key) assert.equal(cursor.property?.key, key);
  });
}

const edits: readonly [
  title: string,
  text: string,
  edit: (text: string) => readonly Parameters<typeof applyEdits>[1][number][],
  after: string,
][] = [
  ['remove the first', '{"a":1,"b":2}', (t) => [json.removeProperty(t, prop(t, 'a'))], '{"b":2}'],
  ['remove the last', '{"a":1,"b":2}', (t) => [json.removeProperty(t, prop(t, 'b'))], '{"a":1}'],
  ['remove the only one', '{"a":1}', (t) => [json.removeProperty(t, prop(t, 'a'))], '{}'],
  ['rename', '{"a":1}', (t) => [json.renameKey(t, prop(t, 'a'), 'é')], '{"é":1}'],
  ['add to an empty one', '{}', (t) => [json.addProperty(t, obj(t), 'a', 1)], '{ "a": 1 }'],
  ['add on one line', '{"b": 2}', (t) => [json.addProperty(t, obj(t), 'a', [1])], '{"b": 2, "a": [1]}'],
  ['add in lines', '{\n  "b": 2\n}', (t) => [json.addProperty(t, obj(t), 'a', 1)], '{\n  "b": 2,\n  "a": 1\n}'],
  ['add first', '{\n\t"b": 2\n}', (t) => [json.addProperty(t, obj(t), 'a', 1, true)], '{\n\t"a": 1,\n\t"b": 2\n}'],
];
const obj = (text: string) => {
  const { root } = json.parse(text);
  assert.equal(root?.type, 'object');
  return root as Extract<typeof root, { type: 'object' }>;
};
const prop = (text: string, key: string) => {
  const found = property(obj(text), key);
  assert.ok(found);
  return found;
};
for (const [title, text, edit, after] of edits) {
  test(`${title}: ${JSON.stringify(text)}`, () => assert.equal(applyEdits(text, edit(text)), after));
}

test('several byte order marks are removed at once', () => {
  const text = '\uFEFF\uFEFF\uFEFF{ "a": 1 }';
  const [problem] = json.parse(text).problems;
  assert.deepEqual(problem?.range, { start: 0, end: 3 });
  assert.equal(applyEdits(text, problem?.fix?.edits ?? []), '{ "a": 1 }');
  const [second] = jsonAllowingBom.parse(text).problems;
  assert.equal(applyEdits(text, second?.fix?.edits ?? []), '\uFEFF{ "a": 1 }');
  assert.deepEqual(jsonAllowingBom.parse('\uFEFF{ "a": 1 }').problems, []);
});
