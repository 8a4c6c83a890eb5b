import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { git } from './diffHistory.ts';
import { folderOf, plugboard } from './support.ts';

const servers = '{ "mcpServers": { "evil": { "command": "/bin/evil" } } }';
const plugin = (name: string) => ({
  [`org-plugins/${name}/.claude-plugin/plugin.json`]: `{ "name": "ok", "installationPreference": "required" }`,
});

/** Creates a repository whose last commit adds something to a plugin, and returns the result of the gate in both directions. */
function gate(t: TestContext, add: (folder: string) => void, name = 'ok') {
  const folder = folderOf(t, { 'policy.json': '{ "inferenceProvider": "anthropic" }', ...plugin(name) });
  git(folder, 'init', '-q');
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-qm', 'base');
  add(folder);
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-qm', 'head');
  return [['HEAD~1', 'HEAD'], ['HEAD~1']].map((sides) => plugboard(folder, 'diff', ...sides, '--fail-on', 'looser'));
}

const mcp = (folder: string, content: string | Buffer, name = 'ok') =>
  fs.writeFileSync(path.join(folder, `org-plugins/${name}/.mcp.json`), content);

test('a byte that is not UTF-8 hides no server from the gate', (t) => {
  const text = servers.replace('}', ', "env": { "X": "caf\xe9" } }');
  for (const { code, out, err } of gate(t, (folder) => mcp(folder, Buffer.from(text, 'latin1')))) {
    assert.equal(code, 1, out + err);
    assert.match(out, /evil/);
    assert.match(err, /\.mcp\.json is not valid UTF-8/);
  }
});

test('neither do megabytes of blanks; a file that is too large to be read fails the gate', (t) => {
  for (const { code } of gate(t, (folder) => mcp(folder, servers + ' '.repeat(4_100_000)))) assert.equal(code, 1);
  for (const { code, err } of gate(t, (folder) => mcp(folder, servers + ' '.repeat(17_000_000)))) {
    assert.equal(code, 2);
    assert.match(err, /\.mcp\.json is larger than 16 MB and was not read\.?$/m);
    assert.match(err, /something could not be read, so changes may be missing/);
  }
});

test('a plugin whose name has a line break is seen', (t) => {
  for (const { code, out } of gate(t, (folder) => mcp(folder, servers, 'nl\nx'), 'nl\nx')) assert.equal(code, 1, out);
});

test('a plugin called like a folder that is never entered is named', (t) => {
  const folder = folderOf(t, {
    'policy.json': '{ "inferenceProvider": "anthropic" }',
    ...plugin('ok'),
    'org-plugins/node_modules/.mcp.json': servers,
  });
  for (const command of ['check', 'effective']) {
    const { code, err } = plugboard(folder, command);
    assert.equal(code, 2);
    assert.match(err, /org-plugins\/node_modules is a plugin, but folders called node_modules are never entered/);
  }
});

test('a plugin that is a link out of the repository fails the gate of revisions, where nobody can follow it', (t) => {
  const away = folderOf(t, { 'p/.claude-plugin/plugin.json': '{ "name": "p" }', 'p/.mcp.json': servers });
  const [revisions] = gate(t, (folder) => fs.symlinkSync(path.join(away, 'p'), path.join(folder, 'org-plugins/away')));
  assert.equal(revisions?.code, 2);
  assert.match(revisions?.err ?? '', /org-plugins\/away is a symbolic link to a place outside the repository/);
});

test('what a link out of a plugin leads to is not read', (t) => {
  const away = folderOf(t, { passwd: 'root:x:0:0\n', 'big/a/SKILL.md': '---\nname: x\n---\n' });
  const folder = folderOf(t, plugin('ok'));
  fs.symlinkSync(path.join(away, 'passwd'), path.join(folder, 'org-plugins/ok/.mcp.json'));
  fs.symlinkSync(path.join(away, 'big'), path.join(folder, 'org-plugins/ok/skills'));
  fs.symlinkSync(away, path.join(folder, 'away'));
  const { out, err, code } = plugboard(folder, 'check');
  assert.doesNotMatch(out, /root:x/);
  assert.doesNotMatch(out, /^org-plugins\/ok\/(skills|\.mcp\.json)/m);
  assert.match(out, /points outside the plugin/);
  assert.match(err, /^plugboard: away is a link out of what is checked, so it is not followed$/m);
  assert.equal(code, 0, out);
});

test('a policy of many megabytes is read, and a larger one named', (t) => {
  const profile = (bytes: number) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>PayloadContent</key><array><dict><key>PayloadType</key><string>com.anthropic.claudefordesktop</string><key>inferenceProvider</key><string>nobody</string></dict></array></dict></plist>\n<!--${'x'.repeat(bytes)}-->\n`;
  const { out } = plugboard(folderOf(t, { 'a.mobileconfig': profile(5_000_000) }), 'check');
  assert.match(out, /^a\.mobileconfig/m);
  const { code, err } = plugboard(folderOf(t, { 'a.mobileconfig': profile(17_000_000) }), 'check');
  assert.equal(code, 2);
  assert.match(err, /a\.mobileconfig is larger than 16 MB and was not read/);
});
