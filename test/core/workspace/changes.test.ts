import assert from 'node:assert/strict';
import { test } from 'node:test';
import { join, nameOf, parentOf } from '../../../server/core/base/uri.ts';
import { Linter } from '../../../server/core/lint/linter.ts';
import { inSameDeployment, mountsByPolicy } from '../../../server/core/workspace/deployment.ts';
import { readKey } from '../../../server/core/workspace/factIndex.ts';
import { FileTable } from '../../../server/core/workspace/fileTable.ts';
import { Roots } from '../../../server/core/workspace/pluginRoots.ts';
import { base, lintFiles, settings, workspaceOf } from '../../support/lint.ts';

/** Returns a number of plugins, each with a skill and a server. */
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
    const looked = linter.update().size;
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

test('an agent that is renamed makes only its own plugin look again', () => {
  const files = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => `org-plugins/p${i}`).flatMap((folder) => [
      [`${folder}/.claude-plugin/plugin.json`, `{ "name": "${nameOf(folder)}" }`],
      [`${folder}/agents/reviewer.md`, '---\nname: reviewer\ndescription: Reviews.\n---\n'],
      [`${folder}/commands/go.md`, '---\ndescription: Goes.\nagent: reviewr\n---\n'],
    ]),
  );
  const workspace = workspaceOf(files);
  const linter = new Linter(workspace, () => settings);
  linter.all();
  const agent = join(base, 'org-plugins/p7/agents/reviewer.md');
  workspace.set(agent, '---\nname: reviewed\ndescription: Reviews.\n---\n');
  const looked = [...linter.update().keys()];
  assert.ok(looked.length <= 4, `${looked.length} documents`);
});

test('facts below a folder are those of its files, whatever comes and goes', () => {
  const workspace = workspaceOf(fleetOf(12));
  const skills = (folder: string) => workspace.factsBelow('skill', join(base, folder)).map(({ uri }) => uri);
  assert.deepEqual(skills('org-plugins/p1'), [join(base, 'org-plugins/p1/skills/one/SKILL.md')]);
  workspace.delete(join(base, 'org-plugins/p1/skills/one/SKILL.md'));
  assert.deepEqual(skills('org-plugins/p1'), []);
  assert.equal(skills('org-plugins').length, 11);
});

test('facts of a name and layer are found apart, and what others say of that name makes nobody look again', () => {
  const server = '{ "mcpServers": { "crm": { "command": "crm" } } }';
  const policy = (name: string) =>
    `{ "inferenceProvider": "anthropic", "managedMcpServers": [{ "name": "${name}", "transport": "http", "url": "https://a.example" }] }`;
  const workspace = workspaceOf({ 'org-plugins/p/.mcp.json': server, 'policy.json': policy('crm') });
  const layers = () => workspace.facts('server', 'crm').map(({ fact }) => fact.data.layer);
  assert.deepEqual(layers().sort(), ['managed', 'plugin']);
  assert.deepEqual(
    workspace.facts('server', 'crm', 'plugin').map(({ uri }) => nameOf(uri)),
    ['.mcp.json'],
  );
  workspace.takeChanges();
  workspace.set(join(base, 'policy.json'), policy('docs'));
  assert.deepEqual(layers(), ['plugin']);
  const { keys } = workspace.takeChanges();
  assert.ok(keys.has(readKey('server', 'crm', 'managed')) && keys.has(readKey('server', 'docs')));
  assert.ok(!keys.has(readKey('server', 'crm', 'plugin')));
});

test('nothing is noted for readers while a workspace is loaded, and everything after the first read', () => {
  const workspace = workspaceOf(fleetOf(20));
  assert.equal(workspace.takeChanges().keys.size, 0);
  for (const read of [(each: typeof workspace) => each.noteRead(), (each: typeof workspace) => each.takeChanges()]) {
    const other = workspaceOf(fleetOf(2));
    read(other);
    other.set(join(base, 'org-plugins/p0/skills/two/SKILL.md'), '---\nname: two\ndescription: Two.\n---\n');
    const { keys } = other.takeChanges();
    assert.ok(keys.has(readKey('skill', 'two')) && keys.has(`file:${join(base, 'org-plugins/p0/skills/two')}`));
  }
});

test('the org-plugins folders of a policy are those whose plugins it speaks for', () => {
  const plugin = (folder: string) => [`${folder}/.claude-plugin/plugin.json`, '{ "name": "p" }'] as const;
  const plugins = ['org-plugins/a', 'north/org-plugins/b', 'north/deep/org-plugins/c', 'other/d'];
  const policies = ['policy.json', 'north/policy.json', 'north/deep/er/policy.json', 'south/policy.json'];
  const files = new FileTable();
  for (const [path] of plugins.map(plugin)) files.add({ uri: join(base, path), name: nameOf(path), type: 'file' });
  for (const path of policies) files.add({ uri: join(base, path), name: nameOf(path), type: 'file' });
  const roots = new Roots(files, [join(base, 'other')]);
  const mountsOf = mountsByPolicy(roots);
  for (const policy of policies.map((path) => join(base, path))) {
    assert.deepEqual(
      plugins.filter((path) => mountsOf(policy).includes(parentOf(join(base, path)))),
      plugins.filter((path) => inSameDeployment(roots, policy, join(base, path))),
      policy,
    );
  }
});

test('a file of no kind that comes or goes at the top of a plugin makes hardly anybody look again', () => {
  const workspace = workspaceOf(fleetOf(100));
  workspace.noteComplete();
  const linter = new Linter(workspace, () => settings);
  linter.all();
  const uri = join(base, 'org-plugins/p7/notes.txt');
  const looked = (change: () => void): number => {
    change();
    workspace.askKindsAgain();
    return linter.update().size;
  };
  assert.ok(looked(() => workspace.files.add({ uri, name: nameOf(uri), type: 'file' })) <= 3);
  assert.ok(looked(() => workspace.files.remove(uri)) <= 3);
});

test('which file was edited last does not decide in which order others speak of it', () => {
  const policy = (tools: string) => `{ "inferenceProvider": "anthropic", "disabledBuiltinTools": [${tools}] }`;
  const [agent, text] = ['org-plugins/p/agents/x.md', '---\nname: x\ndescription: X.\ntools: Bash\n---\n'];
  const workspace = workspaceOf({
    'a.json': policy('"Bash"'),
    'b.json': policy('"Bash"'),
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    [agent]: text,
  });
  const linter = new Linter(workspace, () => settings);
  linter.update();
  workspace.set(join(base, 'a.json'), policy('"Bash", "Read"'));
  workspace.set(join(base, agent), `${text}You are X.\n`);
  linter.update();
  const [finding] = linter.diagnosticsFor(join(base, agent));
  assert.deepEqual(
    finding?.related?.map(({ uri }) => uri),
    [join(base, 'a.json'), join(base, 'b.json')],
  );
});
