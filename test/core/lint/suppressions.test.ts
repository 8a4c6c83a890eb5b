import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { kinds } from '../../../server/core/kinds/index.ts';
import type { LintSettings } from '../../../server/core/lint/activeRules.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';
import { manifest, only, rulesIn, textAt } from './suppressionFindings.ts';

const mcp = 'org-plugins/pilot/.mcp.json';
const server = '{ "mcpServers": { "crm": { "type": "http", "url": "http://crm.example.com/mcp" } } }';
const config = (entry: object, rest: object = {}) => JSON.stringify({ ...rest, suppress: [entry] });
const lab = { rules: ['mcp/http-url'], files: [mcp], reason: 'No certificates in the lab.' };

const lintMcp = (text: string, with_: LintSettings = settings) =>
  lintFiles({ ...manifest, [mcp]: server, '.plugboard.json': text }, with_);

test('a finding is left out by an entry of its folder or of one above it', () => {
  assert.deepEqual(rulesIn(lintFiles({ ...manifest, [mcp]: server })), ['mcp/http-url']);
  for (const files of [
    mcp,
    `./${mcp}`,
    'org-plugins',
    'org-plugins/',
    'org-plugins/**',
    '**/.mcp.json',
    '*/pilot',
    '.',
    './',
  ])
    assert.deepEqual(rulesIn(lintMcp(config({ ...lab, files: [files] }))), [], files);
  for (const rules of [['mcp/*'], ['mcp/http-url']]) assert.deepEqual(rulesIn(lintMcp(config({ ...lab, rules }))), []);
  const nested = { ...manifest, [mcp]: server, 'org-plugins/.plugboard.json': config({ ...lab, files: ['pilot'] }) };
  assert.deepEqual(rulesIn(lintFiles(nested)), []);
});

test('an entry for other files leaves nothing out, and says so; its fix takes it out', () => {
  const text = JSON.stringify({ suppress: [lab, { ...lab, files: ['elsewhere/**'] }] }, null, 2);
  const unused = only(lintMcp(text));
  assert.equal(unused.rule, 'config/unused-suppression');
  assert.equal(unused.severity, 'hint');
  assert.match(textAt(text, unused), /^\{[^{]*elsewhere[^}]*\}$/);
  const [fix] = unused.fixes ?? [];
  assert.ok(fix);
  assert.deepEqual(JSON.parse(applyEdits(text, fix.edits)), { suppress: [lab] });
});

test('the last entry goes with its list, one rule of several goes alone', () => {
  const alone = config({ ...lab, files: ['elsewhere'] }, { tools: 'tools.json' });
  const [fix] = only(lintMcp(alone).filter(({ rule }) => rule.startsWith('config/'))).fixes ?? [];
  assert.deepEqual(JSON.parse(applyEdits(alone, fix?.edits ?? [])), { tools: 'tools.json' });

  const text = config({ ...lab, rules: ['mcp/http-url', 'mcp/flat-map'] });
  const unused = only(lintMcp(text));
  assert.equal(textAt(text, unused), 'mcp/flat-map');
  const [part] = unused.fixes ?? [];
  assert.deepEqual(JSON.parse(applyEdits(text, part?.edits ?? [])), { suppress: [lab] });
});

test('of a rule that is off nobody knows what it would find: nothing is called unused', () => {
  const off: LintSettings = { ...settings, levels: { 'mcp/http-url': 'off' } };
  assert.deepEqual(rulesIn(lintMcp(config(lab), off)), []);
  const silent: LintSettings = { ...settings, levels: { 'config/unused-suppression': 'off' } };
  assert.deepEqual(rulesIn(lintMcp(config({ ...lab, files: ['elsewhere'] }), silent)), ['mcp/http-url']);
});

test('an entry needs a reason, and rules that there are; of an unknown one it is not said twice', () => {
  const missing = config({ rules: lab.rules, files: lab.files });
  assert.equal(textAt(missing, only(lintMcp(missing))), 'mcp/http-url');
  for (const reason of ['', 'why?']) {
    const text = config({ ...lab, reason });
    const bad = only(lintMcp(text));
    assert.equal(bad.rule, 'config/bad-suppression');
    assert.equal(textAt(text, bad), JSON.stringify(reason));
  }
  const text = config({ ...lab, rules: ['mcp/http-url', 'mcp/http-urls'] });
  const unknown = only(lintMcp(text));
  assert.equal(unknown.rule, 'config/bad-suppression');
  assert.equal(textAt(text, unknown), 'mcp/http-urls');
  assert.match(unknown.message, /Did you mean `mcp\/http-url`\?$/);
});

test('without rules or files an entry leaves nothing out, which the schema tells', () => {
  assert.deepEqual(rulesIn(lintMcp(config({ files: lab.files, reason: 'x' }))).sort(), [
    'config/schema',
    'mcp/http-url',
  ]);
  assert.deepEqual(rulesIn(lintMcp(config({ rules: lab.rules, reason: 'x' }))).sort(), [
    'config/schema',
    'mcp/http-url',
  ]);
});

test('whoever wants to see everything sees everything', () => {
  assert.deepEqual(rulesIn(lintMcp(config(lab), { ...settings, showsSuppressed: true })), ['mcp/http-url']);
});

test('what is left out is counted, with its reason', () => {
  const linter = new Linter(
    workspaceOf({ ...manifest, [mcp]: server, '.plugboard.json': config(lab) }),
    () => settings,
  );
  linter.update();
  const [left, ...others] = linter.suppressed;
  assert.deepEqual(others, []);
  assert.deepEqual([left?.diagnostic.rule, left?.kind, left?.reason], ['mcp/http-url', 'external', lab.reason]);
});

test('a change of an entry reaches the files that it is about, and a change of them the entry', () => {
  const workspace = workspaceOf(
    { ...manifest, [mcp]: server, '.plugboard.json': config(lab), 'b/.mcp.json': '{}' },
    kinds,
  );
  const linter = new Linter(workspace, () => settings);
  linter.update();
  const [file, uri] = [`${base}/.plugboard.json`, `${base}/${mcp}`];

  workspace.set(file, config({ ...lab, files: ['b'] }));
  const changed = linter.update();
  assert.deepEqual([...changed.keys()].sort(), [file, `${base}/b/.mcp.json`, uri].sort());
  assert.deepEqual(rulesIn(changed.get(uri) ?? []), ['mcp/http-url']);
  assert.deepEqual(rulesIn(changed.get(file) ?? []), ['config/unused-suppression']);

  workspace.set(file, config(lab));
  assert.deepEqual(rulesIn(linter.update().get(uri) ?? []), []);
  workspace.set(uri, server.replace('http:', 'https:'));
  assert.deepEqual(rulesIn(linter.update().get(file) ?? []), ['config/unused-suppression']);
  workspace.delete(file);
  workspace.set(uri, server);
  assert.deepEqual(rulesIn(linter.update().get(uri) ?? []), ['mcp/http-url']);
});

test('strange globs do no harm', () => {
  for (const file of ['/', '!', '[', '(', '+(', '\\\\', '../x', 'a'.repeat(100_000), '{a,', '**/**/**'])
    assert.ok(Array.isArray(lintMcp(config({ ...lab, files: [file] }))), file.slice(0, 20));
});
