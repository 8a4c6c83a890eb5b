import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeTools } from '../../../server/core/kinds/tools/merge.ts';

const tool = (name: string) => ({ name, description: `Does ${name}. "Well".`, annotations: { readOnlyHint: true } });

test('the first server makes the file: one line for each tool, sorted', () => {
  const merged = mergeTools(undefined, 'docs', [tool('write'), { name: 'read' }]);
  assert.equal(
    merged?.text,
    `{
  "docs": [
    { "name": "read" },
    { "name": "write", "description": "Does write. \\"Well\\".", "annotations": { "readOnlyHint": true } }
  ]
}
`,
  );
  assert.deepEqual([merged?.isFirst, merged?.added, merged?.gone], [true, [], []]);
});

test('other servers stay as they are written, and a new one takes its place by name', () => {
  const before = '{\n  "a": ["x"],\n  "z": [ { "name" : "y" } ]\n}\n';
  assert.equal(mergeTools(before, 'm', [])?.text, '{\n  "a": ["x"],\n  "m": [],\n  "z": [ { "name" : "y" } ]\n}\n');
  assert.equal(mergeTools(before, 'zz', [])?.text, '{\n  "a": ["x"],\n  "z": [ { "name" : "y" } ],\n  "zz": []\n}\n');
});

test('what is new and what is gone since the last time', () => {
  const before = '{ "docs": ["read", { "name": "drop" }] }';
  const merged = mergeTools(before, 'docs', [{ name: 'read' }, { name: 'write' }]);
  assert.deepEqual([merged?.added, merged?.gone, merged?.isFirst], [['write'], ['drop'], false]);
  assert.deepEqual(JSON.parse(merged?.text ?? ''), { docs: [{ name: 'read' }, { name: 'write' }] });
  const again = mergeTools(merged?.text, 'docs', [{ name: 'read' }, { name: 'write' }]);
  assert.equal(again?.text, merged?.text);
});

test('what is no file of known tools is left alone', () => {
  for (const text of ['[1]', '{ "docs": ', '"x"']) assert.equal(mergeTools(text, 'docs', []), undefined);
  assert.ok(mergeTools('  \n', 'docs', []));
});
