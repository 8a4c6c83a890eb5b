import assert from 'node:assert/strict';
import { test } from 'node:test';
import { base, lintFiles } from '../../support/lint.ts';

const hooks = (path: string) =>
  JSON.stringify({
    hooks: { Stop: [{ hooks: [{ type: 'command', command: `bash "\${CLAUDE_PLUGIN_ROOT}/${path}"` }] }] },
  });
const rules = (files: Record<string, string>): string[] => lintFiles(files).map(({ rule }) => rule);
const manifest = { 'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }' };

test('a script that is not there is told of once the folders are known', () => {
  const file = { 'org-plugins/p/hooks/hooks.json': hooks('scripts/check.sh') };
  assert.deepEqual(rules({ ...manifest, ...file }), ['hooks/missing-script']);
  assert.deepEqual(rules({ ...manifest, ...file, 'org-plugins/p/scripts/check.sh': '' }), []);
});

test('of a lone file only its own folder is known, so nothing is told of others', () => {
  assert.deepEqual(rules({ 'org-plugins/p/hooks/hooks.json': hooks('scripts/check.sh') }), []);
});

test('folders that are never read may hold anything', () => {
  const file = { 'org-plugins/p/hooks/hooks.json': hooks('node_modules/.bin/check') };
  assert.deepEqual(rules({ ...manifest, ...file }), []);
});

test('a program may have the ending of its system', () => {
  const file = { 'org-plugins/p/hooks/hooks.json': hooks('bin/check'), 'org-plugins/p/bin/check.exe': '' };
  assert.deepEqual(rules({ ...manifest, ...file }), []);
});

test('the fix for a folder without its dot renames the folder', () => {
  const [found] = lintFiles({ 'org-plugins/p/claude-plugin/plugin.json': '{ "name": "p" }' });
  assert.equal(found?.rule, 'plugin/folder-without-dot');
  assert.deepEqual(found.range, { start: 0, end: 0 });
  const from = `${base}/org-plugins/p/claude-plugin`;
  const to = `${base}/org-plugins/p/.claude-plugin`;
  assert.deepEqual(found.fixes?.[0]?.files, [{ kind: 'rename', from, to }]);
});

test('a finding about an empty marketplace file is inside the file', () => {
  const found = lintFiles({ 'shop/claude-plugin/marketplace.json': '' });
  assert.ok(found.some(({ rule }) => rule === 'marketplace/place'));
  for (const { range } of found) assert.equal(range.end, 0);
});
