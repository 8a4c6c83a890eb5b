import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewOf } from '../../../server/core/lint/workspaceView.ts';
import type { Target } from '../../../server/core/model.ts';
import { surfaceDeliveries } from '../../../server/core/surfaces/deliveries.ts';
import { partTypes, type SurfaceId, surfaceIds } from '../../../server/core/surfaces/model.ts';
import { surfacesOf } from '../../../server/core/surfaces/surfaces.ts';
import { table } from '../../../server/core/surfaces/table.ts';
import { pluginSurfaceNames } from '../../../server/core/surfaces/words.ts';
import { base, settings, workspaceOf } from '../../support/lint.ts';

/** Returns a plugin with one part of every type, below `folder`. */
const everything = (folder: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      '.claude-plugin/plugin.json': JSON.stringify({
        name: 'harbour',
        hooks: { Stop: [{ hooks: [{ type: 'command', command: 'true' }] }] },
        mcpServers: ['./lock.mcpb', { radar: { type: 'http', url: 'https://radar.example.com/mcp' } }],
        lspServers: { tide: { command: 'tide-ls', extensionToLanguage: { '.tide': 'tide' } } },
        experimental: { monitors: [{ name: 'fog', command: 'fog', description: 'Watches the fog' }] },
      }),
      '.mcp.json': JSON.stringify({
        mcpServers: {
          crane: { type: 'sse', url: 'https://crane.example.com/sse' },
          scale: { command: 'scale' },
          bell: { type: 'ws', url: 'wss://bell.example.com' },
        },
      }),
      'skills/moor/SKILL.md': '---\ndescription: Moors a ship\n---\nMoor.',
      'skills/berth/SKILL.md': '---\ndescription: Finds a berth\n---\nBerth.',
      'commands/log.md': '---\ndescription: Writes the log\n---\nLog.',
      'agents/pilot.md': '---\nname: pilot\ndescription: Leads a ship in\n---\nPilot.',
      'hooks/hooks.json': JSON.stringify({
        hooks: {
          PreToolUse: [
            {
              hooks: [
                { type: 'command', command: 'a' },
                { type: 'command', command: 'b' },
              ],
            },
          ],
        },
      }),
      '.lsp.json': JSON.stringify({ chart: { command: 'chart-ls', extensionToLanguage: { '.chart': 'chart' } } }),
      'monitors/monitors.json': JSON.stringify([{ name: 'swell', command: 'swell', description: 'Watches the swell' }]),
      'output-styles/terse.md': '---\nname: terse\n---\nBe terse.',
      'themes/dusk.json': '{ "name": "dusk", "base": "dark" }',
      'workflows/unload.js': '',
      'settings.json': '{ "agent": "pilot" }',
      'bin/weigh': '',
      'bin/.keep': '',
    }).map(([path, text]) => [`${folder}/${path}`, text]),
  );

function ask(files: Readonly<Record<string, string>>, folder: string, target: Partial<Target> = {}) {
  const workspace = workspaceOf(files);
  const root = workspace.roots.pluginOf(`${base}/${folder}`);
  assert.ok(root, `${folder} is no plugin`);
  return surfacesOf(viewOf(workspace, new Set()), root, { ...settings.target, ...target });
}

const surface = (answer: ReturnType<typeof ask>, id: SurfaceId) => {
  const found = answer.surfaces.find((each) => each.id === id);
  assert.ok(found, id);
  return found;
};

test('a plugin whose manifest Claude Code refuses works nowhere in it, and whether the app loads it is unknown', () => {
  const states = (manifest: string) => {
    const files = {
      ...everything('shelf/plugins/harbour'),
      'shelf/plugins/harbour/.claude-plugin/plugin.json': manifest,
    };
    const answer = ask({ ...files, 'shelf/.claude-plugin/marketplace.json': '{}' }, 'shelf/plugins/harbour');
    const { cli, code } = Object.fromEntries(answer.surfaces.map(({ id, cells }) => [id, cells.skill]));
    return [cli?.state, cli?.note, code?.state];
  };
  assert.deepEqual(states('{ "name": "harbour" }'), ['yes', undefined, 'yes']);
  assert.deepEqual(states('{ "name": "harbour", "keywords": 1 }'), [
    'no',
    'Claude Code refuses the manifest: `keywords` must be a list `[ … ]` of strings, but is `1`.',
    'unknown',
  ]);
  // The app uses the name of the folder.
  assert.deepEqual(states('{ "name": "claude-harbour" }'), [
    'no',
    'Claude Code refuses the manifest: the name `claude-harbour` is reserved for Anthropic.',
    'yes',
  ]);
  assert.deepEqual(states('{ "name": "harbour"'), [
    'no',
    'Claude Code refuses the manifest: it cannot be parsed.',
    'unknown',
  ]);
});

test('the table has an answer, a source and honest doubt for each part on each surface', () => {
  for (const type of partTypes) {
    for (const id of surfaceIds) {
      const cell = table[type][id];
      const at = `${type} on ${id}`;
      assert.match(cell.source, /^https:\/\//, at);
      assert.equal(cell.state === 'unknown', cell.certainty === 'unknown', `${at}: unknown is unknown`);
      if (cell.state !== 'yes') assert.ok(cell.note, `${at}: what does not simply work says why`);
      if (['third-party', 'reading'].includes(cell.certainty))
        assert.ok(cell.note, `${at}: doubt says what it rests on`);
      if (cell.note !== undefined) assert.match(cell.note, /^[A-Z`].*[.]$/, at);
      for (const version of [cell.since, cell.sinceOnWindows]) assert.match(version ?? '1.1.1', /^\d+\.\d+\.\d+$/, at);
    }
  }
});

test('every surface has a name and says how plugins reach it', () => {
  for (const id of surfaceIds) {
    assert.ok(pluginSurfaceNames[id].name && pluginSurfaceNames[id].detail);
    for (const way of Object.values(surfaceDeliveries[id])) {
      assert.match(way.source, /^https:\/\//);
      assert.match(way.text, /\.$/);
      assert.equal(way.state === 'unknown', way.certainty === 'unknown');
    }
  }
});

test('every part of a plugin is found, wherever it is written', () => {
  const { groups } = ask(everything('org-plugins/harbour'), 'org-plugins/harbour');
  assert.deepEqual(
    groups.map(({ title, count, parts }) => `${title} ${count}: ${parts.map(({ name }) => name).join(' ')}`),
    [
      'Skills 2: berth moor',
      'Commands 1: log',
      'Agents 1: pilot',
      'Hooks 3: Stop PreToolUse',
      'Remote servers 2: radar crane',
      'Web socket servers 1: bell',
      'Local servers 1: scale',
      'Desktop extensions 1: lock.mcpb',
      'Language servers 2: tide chart',
      'Monitors 2: fog swell',
      'Output styles 1: terse',
      'Themes 1: dusk',
      'Workflows 1: unload',
      'Settings files 1: settings.json',
      'Programs 1: weigh',
    ],
  );
});

test('Cowork does not read a server on a web socket, and Claude Code does', () => {
  const answer = ask(everything('org-plugins/h'), 'org-plugins/h');
  const stateOn = (id: SurfaceId) => surface(answer, id).cells['web-socket-server']?.state;
  assert.equal(stateOn('cowork-3p'), 'no');
  assert.equal(stateOn('cli'), 'yes');
});

test('each surface sums up what works in a sentence', () => {
  const files = everything('org-plugins/harbour');
  const small = Object.fromEntries(
    Object.entries(files).filter(([path]) => /SKILL|plugin\.json|hooks\.json|agents|\.mcp\.json/.test(path)),
  );
  small['org-plugins/harbour/.claude-plugin/plugin.json'] = '{ "name": "harbour" }';
  small['org-plugins/harbour/.mcp.json'] =
    '{ "mcpServers": { "crane": { "type": "http", "url": "https://crane.example.com" }, "scale": { "command": "scale" } } }';
  const { surfaces } = ask(small, 'org-plugins/harbour');
  assert.deepEqual(Object.fromEntries(surfaces.map(({ id, state, summary }) => [id, `${state}: ${summary}`])), {
    'cowork-3p': 'partly: 2 skills, 1 agent, 2 hooks and 1 remote server work; 1 local server works partly.',
    chat: 'partly: 2 skills and 2 hooks work; 1 agent does not; unknown: 1 remote server and 1 local server.',
    code: 'partly: 2 skills, 1 agent, 2 hooks and 1 remote server work; 1 local server works partly.',
    cowork: 'partly: 2 skills, 1 agent and 1 remote server work; 2 hooks work partly; unknown: 1 local server.',
    cli: 'yes: Everything works.',
    vscode: 'yes: Everything works.',
    cloud: 'partly: 2 skills, 1 agent, 2 hooks and 1 remote server work; 1 local server works partly.',
    web: 'partly: 2 skills work; 1 agent, 2 hooks, 1 remote server and 1 local server do not.',
  });
});

const boundaries: readonly { type: 'skill' | 'hook'; id: SurfaceId; before: string; at: string; after: string }[] = [
  { type: 'skill', id: 'chat', before: '1.44121.3', at: '1.44121.4', after: '1.44121.5' },
  { type: 'hook', id: 'chat', before: '1.52385.9', at: '1.52386.0', after: '1.52386.1' },
];
for (const { type, id, before, at, after } of boundaries) {
  test(`${type} in ${id} begins with ${at}`, () => {
    const verdictAt = (minimumVersion: string) =>
      surface(ask(everything('org-plugins/h'), 'org-plugins/h', { minimumVersion }), id).cells[type];
    assert.equal(verdictAt(before)?.state, 'no');
    assert.equal(verdictAt(before)?.needs, at);
    assert.match(verdictAt(before)?.note ?? '', new RegExp(`^Needs ${at}; your minimum is ${before}\\.`));
    for (const version of [at, after]) {
      assert.equal(verdictAt(version)?.state, 'yes');
      assert.equal(verdictAt(version)?.needs, undefined);
      assert.equal(verdictAt(version)?.since, at);
    }
  });
}

test('hooks in Cowork work partly where an app is so old that Windows has none', () => {
  const at = (minimumVersion: string) =>
    surface(ask(everything('org-plugins/h'), 'org-plugins/h', { minimumVersion }), 'cowork-3p').cells.hook;
  assert.equal(at('1.24012.8')?.state, 'partly');
  assert.match(at('1.24012.8')?.note ?? '', /^On Windows it needs 1\.24012\.9; your minimum is 1\.24012\.8\./);
  assert.equal(at('1.24012.9')?.state, 'yes');
  assert.equal(at('1.24012.10')?.state, 'yes');
});

test('what an old fleet must wait for stands in the sentence', () => {
  const files = everything('org-plugins/h');
  const small = Object.fromEntries(Object.entries(files).filter(([path]) => /SKILL|commands/.test(path)));
  small['org-plugins/h/.claude-plugin/plugin.json'] = '{ "name": "h" }';
  const answer = ask(small, 'org-plugins/h', { minimumVersion: '1.40000.0' });
  assert.equal(surface(answer, 'chat').summary, '2 skills need 1.44121.4; unknown: 1 command.');
});

test('a surface is as certain as the least certain of what is known there', () => {
  const { surfaces } = ask(everything('org-plugins/h'), 'org-plugins/h');
  assert.deepEqual(Object.fromEntries(surfaces.map(({ id, certainty }) => [id, certainty])), {
    'cowork-3p': 'third-party',
    chat: 'reading',
    code: 'reading',
    cowork: 'third-party',
    cli: 'validator',
    vscode: 'reading',
    cloud: 'reading',
    web: 'reading',
  });
});

test('how a plugin is delivered hangs on where it stands', () => {
  const manifest = '{ "name": "h" }';
  const inMount = ask({ 'org-plugins/h/.claude-plugin/plugin.json': manifest }, 'org-plugins/h');
  const market = {
    'm/.claude-plugin/marketplace.json': '{ "name": "m", "owner": { "name": "o" }, "plugins": [] }',
    'm/plugins/h/.claude-plugin/plugin.json': manifest,
  };
  const inMarket = ask(market, 'm/plugins/h');
  const alone = ask({ 'h/.claude-plugin/plugin.json': manifest }, 'h');
  const states = (answer: ReturnType<typeof ask>) => answer.surfaces.map(({ delivery }) => delivery.state).join(' ');
  assert.equal(inMount.place, 'org-plugins');
  assert.equal(states(inMount), 'yes yes yes unknown no no no no');
  assert.equal(inMarket.place, 'marketplace');
  assert.equal(states(inMarket), 'yes unknown yes partly yes yes partly partly');
  assert.equal(alone.place, 'folder');
  assert.equal(states(alone), 'no no no partly partly partly no partly');
});

test('delivery waits for a version, too, and an ignored folder is not delivered', () => {
  const manifest = { 'org-plugins/h/.claude-plugin/plugin.json': '{ "name": "h" }' };
  const chat = (version: string) =>
    surface(ask(manifest, 'org-plugins/h', { minimumVersion: version }), 'chat').delivery;
  assert.equal(chat('1.44121.3').needs, '1.44121.4');
  assert.equal(chat('1.44121.4').needs, undefined);
  const ignored = ask(
    { 'org-plugins/h/claude-plugin/plugin.json': '{}', 'org-plugins/h/agents/a.md': '' },
    'org-plugins/h',
  );
  assert.equal(surface(ignored, 'cowork-3p').delivery.state, 'no');
  assert.match(surface(ignored, 'cowork-3p').delivery.text, /ignored/);
  assert.equal(surface(ignored, 'cowork-3p').summary, 'Nothing works.');
  assert.match(surface(ignored, 'cowork-3p').cells.agent?.note ?? '', /ignored/);
  assert.equal(surface(ignored, 'cli').summary, 'Everything works.');
});

test('a plugin without parts says so, and parts of a plugin inside are not its own', () => {
  const files = { 'h/.claude-plugin/plugin.json': '{ "name": "h" }', ...everything('h/inner') };
  const { groups, surfaces } = ask(files, 'h');
  assert.deepEqual(groups, []);
  assert.ok(surfaces.every(({ summary, state }) => summary === 'The plugin has no parts.' && state === 'unknown'));
});
