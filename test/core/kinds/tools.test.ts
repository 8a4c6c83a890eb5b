import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { definitions } from '../../../server/core/features/navigation/definitionsAndReferences.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import { mergeTools } from '../../../server/core/kinds/tools/merge.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { kindsWith } from '../../../server/settings.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';
import { samples } from '../../support/samples.ts';

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

const findings = (text: string) =>
  lintFiles({ '.plugboard.tools.json': text }).map(({ rule, message, severity }) => `${severity} ${rule}: ${message}`);

test('both forms of a tool are right; another is told', () => {
  assert.deepEqual(
    findings('{ "docs": ["read", { "name": "write", "annotations": { "readOnlyHint": false } }], "none": [] }'),
    [],
  );
  assert.equal(findings('{ "docs": [1] }').length, 1);
  assert.equal(findings('{ "docs": [{ "description": "x" }] }').length, 1);
  assert.equal(findings('{ "docs": "read" }').length, 1);
  assert.match(findings('{ "docs": [').join(), /tools\/syntax/);
});

test('names of servers are offered, and lead to where they are defined', () => {
  const text = '{ "handbook": [], "<|>": [] }';
  const workspace = workspaceOf({ ...samples, '.plugboard.tools.json': text.replace('<|>', '') });
  const document = workspace.get(`${base}/.plugboard.tools.json`);
  assert.ok(document);
  const context = { workspace: viewOf(workspace, new Set()), target: settings.target };
  const labels = complete(document, text.indexOf('<|>'), context).map(({ label }) => label);
  assert.ok(labels.includes('ledger'), labels.join(', '));
  const { targets } = definitions(workspace, document, text.indexOf('handbook') + 1);
  assert.equal(targets[0]?.uri, `${base}/policy.json`);
});

test('a file of another name counts when the settings say so, also by its full path', () => {
  for (const tools of ['known.json', './known.json', '/w/known.json']) {
    const workspace = workspaceOf({ 'known.json': '{ "docs": ["read"] }' }, kindsWith(kinds, [], tools));
    assert.equal(workspace.facts('known-tool', 'docs').length, 1, tools);
  }
});
