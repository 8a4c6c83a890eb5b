import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyEdits } from '../../../server/core/base/text.ts';
import { complete } from '../../../server/core/features/completion/complete.ts';
import { hover } from '../../../server/core/features/hover.ts';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import { newestVersion } from '../../../server/core/policy/releases.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';

const file = '.plugboard.json';
const found = (text: string) =>
  lintFiles({ [file]: text }).map(({ rule, severity, range, fixes }) => ({
    rule,
    severity,
    at: text.slice(range.start, range.end),
    fixed: fixes?.[0] && applyEdits(text, fixes[0].edits),
  }));

/** Returns the position of `<|>` in a settings file. */
function placeIn(marked: string) {
  const offset = marked.indexOf('<|>');
  const workspace = workspaceOf({ [file]: marked.replace('<|>', '') });
  const document = workspace.get(`${base}/${file}`);
  assert.ok(document);
  return { document, offset, context: { target: settings.target, workspace: viewOf(workspace, new Set()) } };
}

function offered(marked: string): string[] {
  const { document, offset, context } = placeIn(marked);
  return complete(document, offset, context).map(({ label }) => label);
}

test('a wrong value is told of at its place, with what is meant', () => {
  const [level, ...others] = found('{ "rules": { "mcp/http-url": "warn" } }');
  assert.deepEqual(others, []);
  assert.deepEqual([level?.rule, level?.severity, level?.at], ['config/schema', 'error', '"warn"']);
  for (const text of ['{ "target": { "hosts": ["cowork"] } }', '{ "target": { "minimumVersion": "latest" } }'])
    assert.deepEqual(
      found(text).map(({ rule }) => rule),
      ['config/schema'],
      text,
    );
});

test('what is no setting is told of, once', () => {
  const [key, ...others] = found('{ "suppres": [] }');
  assert.deepEqual(others, []);
  assert.deepEqual([key?.rule, key?.fixed], ['config/unknown-key', '{ "suppress": [] }']);
  const entry = '{ "suppress": [{ "rules": ["mcp/flat-map"], "files": ["a"], "because": "x" }] }';
  assert.ok(found(entry).some(({ rule, at }) => rule === 'config/unknown-key' && at === '"because"'));
});

test('settings that are read give no finding', () => {
  const all = {
    target: { minimumVersion: '1.46388.4', hosts: ['desktop-3p', 'claude-code'] },
    orgPlugins: { directories: ['plugins'] },
    policyFiles: ['fleet/*.json'],
    tools: 'tools.json',
    rules: { 'mcp/http-url': 'off', 'config/unused-suppression': 'warning', 'skill/schema': 'hint' },
    suppress: [],
  };
  assert.deepEqual(found(JSON.stringify(all)), []);
});

test('completion knows keys, levels, hosts, releases and rules', () => {
  for (const key of ['target', 'orgPlugins', 'policyFiles', 'tools', 'rules', 'suppress'])
    assert.ok(offered('{ "<|>" }').includes(key), key);
  assert.deepEqual(offered('{ "rules": { "mcp/http-url": "<|>" } }').sort(), [
    'error',
    'hint',
    'info',
    'off',
    'warning',
  ]);
  assert.deepEqual(offered('{ "target": { "hosts": ["<|>"] } }').sort(), ['claude-code', 'desktop-3p']);
  assert.ok(offered('{ "target": { "minimumVersion": "<|>" } }').includes(newestVersion));
  assert.ok(offered('{ "rules": { "<|>" } }').includes('policy/server-url-https'));
  const ignored = offered('{ "suppress": [{ "rules": ["<|>"] }] }');
  assert.ok(ignored.includes('mcp/http-url') && ignored.includes('mcp/*'));
  assert.ok(offered('{ "suppress": [{ <|> }] }').includes('reason'));
});

test('hover says what a rule finds, and what a setting does', () => {
  const about = (marked: string) => {
    const { document, offset, context } = placeIn(marked);
    return hover(document, offset, context)?.markdown ?? '';
  };
  assert.match(about('{ "rules": { "mcp/<|>http-url": "off" } }'), /http/);
  assert.match(about('{ "suppress": [{ "rules": ["mcp/<|>http-url"] }] }'), /`mcp\/http-url`: \w+\n\n\w/);
  assert.match(about('{ "policy<|>Files": [] }'), /Globs of policy files/);
});
