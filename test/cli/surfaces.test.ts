import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderOf, plugboard } from './support.ts';

const files = {
  'org-plugins/quay/.claude-plugin/plugin.json': '{ "name": "quay" }',
  'org-plugins/quay/skills/moor/SKILL.md': '---\ndescription: Moors\n---\nMoor.',
  'org-plugins/quay/.mcp.json':
    '{\n  "mcpServers": { "crane": { "type": "http", "url": "https://crane.example.com" } }\n}',
  'market/.claude-plugin/marketplace.json': '{ "name": "m", "owner": { "name": "o" }, "plugins": [] }',
  'market/plugins/jetty/.claude-plugin/plugin.json': '{ "name": "jetty" }',
  'market/plugins/jetty/agents/a.md': '---\nname: a\ndescription: d\n---\nA.',
};

test('text: each surface with what works and how the plugin gets there', (t) => {
  const { code, out } = plugboard(folderOf(t, files), 'surfaces', 'org-plugins/quay');
  assert.equal(code, 0);
  assert.match(out, /^quay org-plugins\/quay, for app /);
  assert.match(
    out,
    /Chat +Partly: 1 skill works; unknown: 1 remote server\.\n +Delivered\. Through the org-plugins folder/,
  );
  assert.match(out, /Claude Code CLI +Works\n +Not from here\. The org-plugins folder is not read\./);
});

test('json: parts with files and lines, cells with certainty and source, for the fleet', (t) => {
  const { out } = plugboard(
    folderOf(t, files),
    ...['surfaces', 'org-plugins', '--format', 'json', '--target-version', '1.40000.0'],
  );
  const [quay, ...others] = JSON.parse(out);
  assert.deepEqual(others, []);
  assert.deepEqual(quay.parts, [
    { type: 'skill', name: 'moor', count: 1, file: 'org-plugins/quay/skills/moor/SKILL.md', line: 1 },
    { type: 'remote-server', name: 'crane', count: 1, file: 'org-plugins/quay/.mcp.json', line: 2 },
  ]);
  const chat = quay.surfaces.find(({ id }: { id: string }) => id === 'chat');
  assert.equal(chat.cells.skill.needs, '1.44121.4');
  assert.match(chat.cells.skill.source, /^https:/);
});

test('a plugin of a marketplace is known as one, although only its folder is named', (t) => {
  const { out } = plugboard(folderOf(t, files), 'surfaces', 'market/plugins/jetty', '--format', 'json');
  assert.equal(JSON.parse(out)[0].place, 'marketplace');
});

test('markdown: a table of parts by surface for all plugins of a folder', (t) => {
  const { out } = plugboard(folderOf(t, files), 'surfaces', '--format', 'markdown');
  assert.match(out, /^### Where jetty works$/m);
  assert.match(out, /^### Where quay works$/m);
  assert.match(out, /^\| Agents \(1\) \| Works \| Does not work \(our reading\) \| Works \|/m);
});

test('a folder without plugins is told', (t) => {
  const { code, err } = plugboard(folderOf(t, { 'a.txt': '' }), 'surfaces');
  assert.equal(code, 2);
  assert.match(err, /there is no plugin in \./);
});
