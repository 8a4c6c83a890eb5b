import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join, nameOf } from '../../../server/core/base/uri.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';

/** So many plugins, each with a skill and a server. */
const fleetOf = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => `org-plugins/p${i}`).flatMap((folder) => [
      [`${folder}/.claude-plugin/plugin.json`, `{ "name": "${nameOf(folder)}" }`],
      [`${folder}/skills/one/SKILL.md`, '---\nname: one\ndescription: One. Use when asked.\n---\n'],
      [`${folder}/.mcp.json`, '{ "mcpServers": {} }'],
    ]),
  );

for (const [what, path] of [
  ['a file of no kind', 'org-plugins/p7/notes.txt'],
  ['a file of no kind in the folder of plugins', 'org-plugins/notes.txt'],
  ['a new plugin', 'org-plugins/new/.claude-plugin/plugin.json'],
] as const) {
  test(`${what} makes few documents be linted again`, () => {
    const workspace = workspaceOf(fleetOf(200));
    const linter = new Linter(workspace, () => settings);
    linter.all();
    workspace.files.add({ uri: join(base, path), name: nameOf(path), type: 'file' });
    const looked = linter.settle().size;
    assert.ok(looked <= 5, `${looked} documents`);
  });
}

test('a plugin whose folder has a line break in its name is checked', () => {
  const found = lintFiles({
    'org-plugins/nl\nx/.claude-plugin/plugin.json': '{ "name": "x" }',
    'org-plugins/nl\nx/.mcp.json': '{ "mcpServers": { "a": { "type": "htp", "url": "https://a.example" } } }',
  });
  assert.ok(found.some(({ uri }) => uri.endsWith('/.mcp.json')));
});
