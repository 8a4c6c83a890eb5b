import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editsOfMoves, relative } from '../../../../server/core/features/navigation/fileRename.ts';
import { rename, renameable } from '../../../../server/core/features/navigation/rename.ts';
import { base } from '../../../support/lint.ts';
import { after, fleet, openFleet, place } from './fleet.ts';

const plugin = 'org-plugins/harbour';

const renamed = (path: string, needle: string, name: string, more: Readonly<Record<string, string>> = {}) => {
  const workspace = openFleet(more);
  return after(workspace, rename(workspace, ...place(workspace, path, needle), name));
};

const skill = {
  lines: [
    'org-plugins/cranes/commands/lift.md:5 Then /harbour:tide-table.',
    `${plugin}/agents/pilot.md:5 skills: [tide-table]`,
    `${plugin}/agents/pilot.md:7 Ask \`/harbour:arrival\`, or /tide-table first.`,
    `${plugin}/commands/arrival.md:4 allowed-tools: Skill(tide-table)`,
    `${plugin}/skills/read-tides/SKILL.md:2 name: tide-table`,
  ],
  moves: [`${plugin}/skills/read-tides → ${plugin}/skills/tide-table`],
};

test('a skill takes its folder, its name and every reference along', () => {
  assert.deepEqual(renamed(`${plugin}/skills/read-tides/SKILL.md`, 'read-tides', 'tide-table'), skill);
});

test('from each reference the same happens', () => {
  for (const [path, needle] of [
    [`${plugin}/agents/pilot.md`, '[r|ead-tides'],
    [`${plugin}/agents/pilot.md`, '/r|ead-tides'],
    [`${plugin}/commands/arrival.md`, 'Skill(r|ead'],
    ['org-plugins/cranes/commands/lift.md', 'harbour:r|ead'],
  ] as const) {
    assert.deepEqual(renamed(path, needle, 'tide-table'), skill, needle);
  }
});

test('a server is renamed in its file, the locks of the policy, manifests, hooks and names of tools', () => {
  const { lines, moves } = renamed('fleet.json', '"t|ides', 'gauges');
  assert.deepEqual(moves, []);
  assert.deepEqual(lines, [
    'fleet.json:22 "serverName": "gauges",',
    `${plugin}/.claude-plugin/plugin.json:13 "server": "gauges"`,
    `${plugin}/.mcp.json:3 "gauges": {`,
    `${plugin}/agents/pilot.md:4 tools: Read, Bash, WebSearch, Agent(lookout), mcp__tickets__close_ticket, mcp__tickets__read_ticket, mcp__plugin_harbour_gauges__set_gauge`,
    `${plugin}/hooks/hooks.json:30 "server": "plugin:harbour:gauges",`,
    `${plugin}/hooks/hooks.json:5 "matcher": "Bash|mcp__plugin_harbour_gauges__set_gauge",`,
  ]);
});

test('a managed server is renamed in every plugin of the fleet', () => {
  const { lines } = renamed('org-plugins/cranes/commands/lift.md', 'mcp__t|ickets', 'issues');
  assert.equal(lines.length, 3);
  assert.ok(lines.includes('org-plugins/cranes/commands/lift.md:3 allowed-tools: mcp__issues__close_ticket'));
  assert.ok(lines.includes('fleet.json:11 "name": "issues",'));
});

test('the same policy in two formats stays the same', () => {
  const reg = [
    'Windows Registry Editor Version 5.00',
    '',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
    '"inferenceProvider"="vertex"',
    '"managedMcpServers"="[{\\"name\\":\\"tickets\\",\\"transport\\":\\"http\\",\\"url\\":\\"https://tickets.example.com/mcp\\"}]"',
    '',
  ].join('\r\n');
  const { lines } = renamed('fleet.json', 'tickets"', 'issues', { 'fleet.reg': reg });
  assert.ok(lines.some((line) => line.startsWith('fleet.reg:5 ') && line.includes('\\"name\\":\\"issues\\"')));
});

test('a tool is renamed where a policy, an agent or a hook names it', () => {
  const { lines } = renamed(`${plugin}/hooks/hooks.json`, '"s|et_gauge', 'write_gauge');
  assert.deepEqual(
    lines.map((line) => line.split(' ')[0]),
    ['fleet.json:25', `${plugin}/agents/pilot.md:4`, `${plugin}/hooks/hooks.json:31`, `${plugin}/hooks/hooks.json:5`],
  );
});

test('a plugin takes its folder along, and the names of its tools', () => {
  const { lines, moves } = renamed(`${plugin}/.claude-plugin/plugin.json`, '"h|arbour', 'port');
  assert.deepEqual(moves, [`${plugin} → org-plugins/port`]);
  assert.deepEqual(
    lines
      .filter((line) => line.includes('port_tides') || line.includes('/port:') || line.includes('"port"'))
      .map((line) => line.split(' ')[0]),
    [
      'org-plugins/cranes/commands/lift.md:5',
      `${plugin}/.claude-plugin/plugin.json:2`,
      `${plugin}/agents/pilot.md:4`,
      `${plugin}/agents/pilot.md:7`,
      `${plugin}/hooks/hooks.json:5`,
    ],
  );
});

test('a plugin of a marketplace takes its entry and its source along', () => {
  for (const [path, needle] of [
    ['market/.claude-plugin/marketplace.json', '"b|uoys'],
    ['market/plugins/buoys/.claude-plugin/plugin.json', '"b|uoys'],
  ] as const) {
    assert.deepEqual(renamed(path, needle, 'beacons'), {
      lines: [
        'market/.claude-plugin/marketplace.json:8 "name": "beacons",',
        'market/.claude-plugin/marketplace.json:9 "source": "./plugins/beacons"',
        'market/plugins/buoys/.claude-plugin/plugin.json:2 "name": "beacons",',
      ],
      moves: ['market/plugins/buoys → market/plugins/beacons'],
    });
  }
});

test('a plugin that is fetched from elsewhere is called as its marketplace says', () => {
  const { lines } = renamed('market/.claude-plugin/marketplace.json', '"f|ar', 'distant');
  assert.deepEqual(lines, ['market/.claude-plugin/marketplace.json:12 "name": "distant",']);
});

test('an agent whose name is written keeps to it; its file follows when it is called so', () => {
  assert.deepEqual(renamed(`${plugin}/commands/arrival.md`, 'agent: p|ilot', 'guide').moves, [
    `${plugin}/agents/pilot.md → ${plugin}/agents/guide.md`,
  ]);
});

test('an option is renamed with what fills it in', () => {
  const { lines } = renamed(`${plugin}/.mcp.json`, 'user_config.p|ort', 'serial_port');
  assert.deepEqual(lines, [
    `${plugin}/.claude-plugin/plugin.json:5 "serial_port": {`,
    `${plugin}/.mcp.json:9 "\${user_config.serial_port}"`,
  ]);
});

test('a file is renamed from a path that leads to it', () => {
  const { lines, moves } = renamed(`${plugin}/commands/arrival.md`, 's|cripts/check.sh', 'inspect.sh');
  assert.deepEqual(moves, [`${plugin}/scripts/check.sh → ${plugin}/scripts/inspect.sh`]);
  assert.deepEqual(lines, [
    `${plugin}/commands/arrival.md:6 Call @agent-pilot and run \${CLAUDE_PLUGIN_ROOT}/scripts/inspect.sh.`,
    `${plugin}/hooks/hooks.json:9 "command": "sh \\"\${CLAUDE_PLUGIN_ROOT}/scripts/inspect.sh\\""`,
  ]);
});

const refusals: readonly [why: string, path: string, needle: string, name: string, says: RegExp][] = [
  ['a tool of the app', `${plugin}/hooks/hooks.json`, 'B|ash', 'Shell', /cannot be renamed/],
  ['a name that is taken', `${plugin}/agents/pilot.md`, 'name: p|ilot', 'lookout', /`lookout` is already used/],
  [
    'a name that cannot be one',
    `${plugin}/skills/read-tides/SKILL.md`,
    'r|ead-tides',
    'read/tides',
    /cannot be a name/,
  ],
  ['a file that is there', `${plugin}/hooks/hooks.json`, 's|cripts/check.sh', 'tides.js', /already exists/],
];

for (const [why, path, needle, name, says] of refusals) {
  test(`${why} is refused`, () => {
    const workspace = openFleet();
    assert.throws(() => rename(workspace, ...place(workspace, path, needle), name), says);
  });
}

test('what several plugins call so cannot be renamed in one of them', () => {
  const twin = { 'org-plugins/yard/.mcp.json': fleet[`${plugin}/.mcp.json`] ?? '' };
  const workspace = openFleet(twin);
  const [document, offset] = place(workspace, `${plugin}/.mcp.json`, 'tides"');
  assert.throws(() => rename(workspace, document, offset, 'gauges'), /`tides` in fleet.json stands for several things/);
});

test('what nobody defines says so before a name is asked for', () => {
  const workspace = openFleet({
    'org-plugins/yard/agents/x.md': '---\nname: x\ndescription: x\nskills: [nowhere]\n---\n',
  });
  assert.throws(
    () => renameable(workspace, ...place(workspace, 'org-plugins/yard/agents/x.md', 'n|owhere')),
    /No file of this workspace/,
  );
});

test('files that move in the explorer keep every path true', () => {
  const workspace = openFleet();
  const at = (path: string) => `${base}/${path}`;
  const edits = editsOfMoves(workspace, [
    { from: at(`${plugin}/scripts`), to: at(`${plugin}/bin`) },
    { from: at(`${plugin}/docs`), to: at(`${plugin}/skills/read-tides/docs`) },
  ]);
  const { lines } = after(workspace, { edits, files: [] });
  assert.deepEqual(lines, [
    `${plugin}/.mcp.json:7 "\${CLAUDE_PLUGIN_ROOT}/bin/tides.js",`,
    `${plugin}/commands/arrival.md:6 Call @agent-pilot and run \${CLAUDE_PLUGIN_ROOT}/bin/check.sh.`,
    `${plugin}/hooks/hooks.json:9 "command": "sh \\"\${CLAUDE_PLUGIN_ROOT}/bin/check.sh\\""`,
    `${plugin}/skills/read-tides/SKILL.md:5 The [tables](reference/tables.md) and [the manual](docs/the%20manual.md).`,
  ]);
});

test('a folder renamed in the explorer renames what is called like it', () => {
  const workspace = openFleet();
  const folder = `${base}/${plugin}/skills`;
  const edits = editsOfMoves(workspace, [{ from: `${folder}/read-tides`, to: `${folder}/tide-table` }]);
  assert.deepEqual(after(workspace, { edits, files: [] }).lines, skill.lines);
});

test('a document that moves takes its own links along', () => {
  const workspace = openFleet();
  const from = `${base}/${plugin}/skills/read-tides/SKILL.md`;
  const edits = editsOfMoves(workspace, [{ from, to: `${base}/${plugin}/SKILL.md` }]);
  assert.deepEqual(after(workspace, { edits, files: [] }).lines, [
    `${plugin}/skills/read-tides/SKILL.md:5 The [tables](skills/read-tides/reference/tables.md) and [the manual](docs/the%20manual.md).`,
  ]);
});

test('paths are seen from a folder', () => {
  assert.equal(relative('file:///a/b', 'file:///a/b/c.md'), 'c.md');
  assert.equal(relative('file:///a/b', 'file:///a/c%20d.md'), '../c d.md');
  assert.equal(relative('file:///a/b', 'file:///a'), '..');
  assert.equal(relative('file:///a/b', 'file:///a/b'), '.');
});
