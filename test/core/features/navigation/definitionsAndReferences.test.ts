import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  definitions,
  highlights,
  links,
  references,
  workspaceSymbols,
} from '../../../../server/core/features/navigation/definitionsAndReferences.ts';
import { openFleet, place, told } from './fleet.ts';

const workspace = openFleet();
const plugin = 'org-plugins/harbour';

const leads: readonly [from: string, needle: string, to: readonly string[]][] = [
  // Servers
  ['fleet.json', 'tides"', [`${plugin}/.mcp.json:3 tides`]],
  [`${plugin}/.claude-plugin/plugin.json`, 'tides', [`${plugin}/.mcp.json:3 tides`]],
  [`${plugin}/hooks/hooks.json`, 'harbour_t|ides', [`${plugin}/.mcp.json:3 tides`]],
  [`${plugin}/hooks/hooks.json`, 'plugin:harbour:t|ides', [`${plugin}/.mcp.json:3 tides`]],
  [`${plugin}/agents/pilot.md`, 'mcp__t|ickets', ['fleet.json:11 tickets']],
  ['org-plugins/cranes/commands/lift.md', 'mcp__t|ickets', ['fleet.json:11 tickets']],
  // Tools: the line that decides, a wildcard, otherwise the server
  [`${plugin}/agents/pilot.md`, 'c|lose_ticket', ['fleet.json:15 close_ticket']],
  [`${plugin}/agents/pilot.md`, 'r|ead_ticket', ['fleet.json:16 read_*']],
  [`${plugin}/agents/pilot.md`, 's|et_gauge', ['fleet.json:25 set_gauge']],
  [`${plugin}/hooks/hooks.json`, '"s|et_gauge', ['fleet.json:25 set_gauge']],
  [`${plugin}/agents/pilot.md`, 'WebSearch', ['fleet.json:4 WebSearch']],
  [`${plugin}/hooks/hooks.json`, 'Bash', ['fleet.json:7 Bash']],
  [`${plugin}/agents/pilot.md`, 'Read', []],
  // Agents, skills, commands
  [`${plugin}/commands/arrival.md`, 'agent: p|ilot', [`${plugin}/agents/pilot.md:2 pilot`]],
  [`${plugin}/commands/arrival.md`, '@agent-p|ilot', [`${plugin}/agents/pilot.md:2 pilot`]],
  [`${plugin}/agents/pilot.md`, 'Agent(l|ookout', [`${plugin}/agents/lookout.md:1`]],
  [`${plugin}/hooks/hooks.json`, '"p|ilot', [`${plugin}/agents/pilot.md:2 pilot`]],
  [`${plugin}/agents/pilot.md`, '[r|ead-tides', [`${plugin}/skills/read-tides/SKILL.md:2 read-tides`]],
  [`${plugin}/agents/pilot.md`, '/r|ead-tides', [`${plugin}/skills/read-tides/SKILL.md:2 read-tides`]],
  [`${plugin}/agents/pilot.md`, 'harbour:a|rrival', [`${plugin}/commands/arrival.md:1`]],
  [`${plugin}/commands/arrival.md`, 'Skill(r|ead', [`${plugin}/skills/read-tides/SKILL.md:2 read-tides`]],
  ['org-plugins/cranes/commands/lift.md', 'harbour:r|ead', [`${plugin}/skills/read-tides/SKILL.md:2 read-tides`]],
  // Plugins
  ['org-plugins/cranes/commands/lift.md', '/h|arbour', [`${plugin}/.claude-plugin/plugin.json:2 harbour`]],
  [`${plugin}/.claude-plugin/plugin.json`, 'cranes', ['org-plugins/cranes/.claude-plugin/plugin.json:2 cranes']],
  [`${plugin}/hooks/hooks.json`, 'plugin_h|arbour', [`${plugin}/.claude-plugin/plugin.json:2 harbour`]],
  // Options and files
  [`${plugin}/.mcp.json`, 'user_config.p|ort', [`${plugin}/.claude-plugin/plugin.json:5 port`]],
  [`${plugin}/.mcp.json`, 's|cripts/tides.js', [`${plugin}/scripts/tides.js:1`]],
  [`${plugin}/hooks/hooks.json`, 's|cripts/check.sh', [`${plugin}/scripts/check.sh:1`]],
  [`${plugin}/.claude-plugin/plugin.json`, 'hooks/m|ore', [`${plugin}/hooks/more.json:1`]],
  [`${plugin}/commands/arrival.md`, 's|cripts/check.sh', [`${plugin}/scripts/check.sh:1`]],
  [`${plugin}/skills/read-tides/SKILL.md`, 'r|eference/tables', [`${plugin}/skills/read-tides/reference/tables.md:1`]],
  [`${plugin}/skills/read-tides/SKILL.md`, 'docs/t|he%20manual', [`${plugin}/docs/the manual.md:1`]],
  // Marketplaces
  ['market/.claude-plugin/marketplace.json', '"b|uoys', ['market/plugins/buoys/.claude-plugin/plugin.json:2 buoys']],
  ['market/.claude-plugin/marketplace.json', './p|lugins/buoys', ['market/plugins/buoys/.claude-plugin/plugin.json:1']],
];

for (const [path, needle, expected] of leads) {
  test(`${path}: ${needle} leads to ${expected.join(', ') || 'nothing'}`, () => {
    const { targets } = definitions(workspace, ...place(workspace, path, needle));
    assert.deepEqual(
      targets.map((target) => told(workspace, target)),
      expected,
    );
  });
}

const named: readonly [from: string, needle: string, by: readonly string[]][] = [
  [
    `${plugin}/.mcp.json`,
    'tides"',
    [
      'fleet.json:22 tides',
      `${plugin}/.claude-plugin/plugin.json:13 tides`,
      `${plugin}/.mcp.json:3 tides`,
      `${plugin}/agents/pilot.md:4 tides`,
      `${plugin}/hooks/hooks.json:5 tides`,
      `${plugin}/hooks/hooks.json:30 tides`,
    ],
  ],
  [
    'fleet.json',
    'tickets"',
    [
      'fleet.json:11 tickets',
      `${plugin}/agents/pilot.md:4 tickets`,
      `${plugin}/agents/pilot.md:4 tickets`,
      'org-plugins/cranes/commands/lift.md:3 tickets',
    ],
  ],
  [
    'fleet.json',
    'close_ticket',
    [
      'fleet.json:15 close_ticket',
      `${plugin}/agents/pilot.md:4 close_ticket`,
      'org-plugins/cranes/commands/lift.md:3 close_ticket',
    ],
  ],
  // The pilot of another plugin is a different symbol.
  [
    `${plugin}/agents/pilot.md`,
    'pilot',
    [
      `${plugin}/agents/pilot.md:2 pilot`,
      `${plugin}/commands/arrival.md:3 pilot`,
      `${plugin}/commands/arrival.md:6 pilot`,
      `${plugin}/hooks/hooks.json:16 pilot`,
    ],
  ],
  ['org-plugins/yard/agents/pilot.md', 'pilot', ['org-plugins/yard/agents/pilot.md:2 pilot']],
  [
    `${plugin}/skills/read-tides/SKILL.md`,
    'read-tides',
    [
      'org-plugins/cranes/commands/lift.md:5 read-tides',
      `${plugin}/agents/pilot.md:5 read-tides`,
      `${plugin}/agents/pilot.md:7 read-tides`,
      `${plugin}/commands/arrival.md:4 read-tides`,
      `${plugin}/skills/read-tides/SKILL.md:2 read-tides`,
    ],
  ],
  [
    `${plugin}/hooks/hooks.json`,
    's|cripts/check.sh',
    [`${plugin}/commands/arrival.md:6 scripts/check.sh`, `${plugin}/hooks/hooks.json:9 scripts/check.sh`],
  ],
];

for (const [path, needle, expected] of named) {
  test(`${path}: every place that names ${needle}`, () => {
    const found = references(workspace, ...place(workspace, path, needle), true);
    assert.deepEqual(found.map((each) => told(workspace, each)).sort(), [...expected].sort());
  });
}

test('without the definitions only those who use it are left', () => {
  const found = references(workspace, ...place(workspace, 'fleet.json', 'tickets"'), false);
  assert.deepEqual(
    found.map(({ uri }) => uri.includes('fleet')),
    [false, false, false],
  );
});

test('a plugin is not mixed up with those that its own marketplace fetches from elsewhere', () => {
  const more = openFleet({
    'solo/.claude-plugin/plugin.json': '{ "name": "solo" }\n',
    'solo/.claude-plugin/marketplace.json':
      '{ "name": "m", "owner": { "name": "O" }, "plugins": [{ "name": "solo", "source": "./" }, { "name": "other", "source": { "source": "github", "repo": "o/other" } }] }\n',
  });
  const marketplace = 'solo/.claude-plugin/marketplace.json';
  const found = (needle: string) =>
    references(more, ...place(more, marketplace, needle), true)
      .map((each) => told(more, each))
      .sort();
  assert.deepEqual(found('"s|olo'), [
    'solo/.claude-plugin/marketplace.json:1 solo',
    'solo/.claude-plugin/plugin.json:1 solo',
  ]);
  assert.deepEqual(found('"o|ther'), ['solo/.claude-plugin/marketplace.json:1 other']);
});

test('in one file the same name is highlighted, the definition as such', () => {
  const [document, offset] = place(workspace, `${plugin}/agents/pilot.md`, 'mcp__t|ickets');
  const found = highlights(workspace, document, offset);
  assert.deepEqual(
    found.map(({ range, defines }) => [document.text.slice(range.start, range.end), defines]),
    [
      ['tickets', false],
      ['tickets', false],
    ],
  );
});

test('paths are links, to files that are there', () => {
  const more = openFleet({
    'org-plugins/harbour/commands/lost.md': '---\ndescription: x\n---\n[gone](gone.md) and [here](arrival.md#top)\n',
  });
  const [document] = place(more, 'org-plugins/harbour/commands/lost.md', 'gone');
  assert.deepEqual(
    links(more, document).map(({ range, target }) => [
      document.text.slice(range.start, range.end),
      target.split('/').at(-1),
    ]),
    [['arrival.md', 'arrival.md']],
  );
});

test('what the workspace defines is found by some of its letters', () => {
  const found = workspaceSymbols(workspace, 'rdtides').map((symbol) => [symbol.symbolType, symbol.name]);
  assert.deepEqual(found, [['skill', 'read-tides']]);
  const all = new Set(workspaceSymbols(workspace, '').map(({ symbolType }) => symbolType));
  assert.deepEqual([...all].sort(), ['agent', 'command', 'option', 'plugin', 'server', 'skill', 'tool']);
});
