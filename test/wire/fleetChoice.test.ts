import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../server/core/kinds/index.ts';
import { requests, type SourceCandidates } from '../../server/protocol.ts';
import { at, connect } from './support.ts';

const policy = (state: string) =>
  JSON.stringify({
    inferenceProvider: 'anthropic',
    managedMcpServers: [
      { name: 'crm', transport: 'http', url: 'https://crm.example.com/mcp', toolPolicy: { read: state } },
    ],
  });
const fleets = (policies: Readonly<Record<string, string>>) =>
  JSON.stringify({
    fleets: Object.fromEntries(
      Object.entries(policies).map(([name, file]) => [
        name,
        { policy: { machine: file }, orgPlugins: 'none', userConfig: 'none', minimumVersion: '1.40000.0' },
      ]),
    ),
  });
const files = {
  '.plugboard.json': fleets({ office: 'a.json', kiosk: 'b.json', gone: 'c.json' }),
  'a.json': policy('allow'),
  'b.json': policy('blocked'),
  'other/.plugboard.json': fleets({ office: 'd.json' }),
  'other/d.json': policy('ask'),
  'org-plugins/desk/.claude-plugin/plugin.json': '{ "name": "desk" }',
};

test('the fleets of every folder are offered, and none is chosen by itself', async (context) => {
  const client = await connect(context, { kinds, files });
  const { fleets } = await client.connection.sendRequest<SourceCandidates>(requests.sourceCandidates, null);
  assert.deepEqual(fleets.map(({ folder, name, label }) => [folder, name, label]).sort(), [
    ['file:///work%20space', 'gone', ''],
    ['file:///work%20space', 'kiosk', ''],
    ['file:///work%20space', 'office', ''],
    [at('other'), 'office', 'other'],
  ]);
  const { fleet, guesses } = await client.effective();
  assert.deepEqual(fleet, { name: null });
  assert.match(guesses.join('\n'), /There are 3 policies/);
});

test('a chosen fleet names all sources, and what is evaluated with them', async (context) => {
  const client = await connect(context, { kinds, files });
  const state = async (folder: string, name: string) => {
    await client.choose({ fleet: { folder, name } });
    const answer = await client.effective();
    assert.deepEqual(answer.guesses, []);
    assert.deepEqual(answer.fleet, { name });
    assert.equal(answer.result.target.minimumVersion, '1.40000.0');
    assert.deepEqual(answer.result.plugins, []);
    return answer.result.surfaces.cowork?.servers
      .find(({ name }) => name === 'crm')
      ?.tools.find(({ name }) => name === 'read')?.state;
  };
  const root = 'file:///work%20space';
  assert.equal(await state(root, 'office'), 'allow');
  assert.equal(await state(root, 'kiosk'), 'blocked');
  assert.equal(await state(at('other'), 'office'), 'ask');
});

test('a fleet that cannot be used says why, and is not shown as if it were', async (context) => {
  const client = await connect(context, { kinds, files });
  const root = 'file:///work%20space';
  for (const [name, problem] of [
    ['gone', 'no such file: c.json'],
    ['nowhere', '.plugboard.json has no such fleet'],
  ] as const) {
    await client.choose({ fleet: { folder: root, name } });
    const { fleet, guesses } = await client.effective();
    assert.deepEqual(fleet, { name, problem });
    assert.equal(
      guesses[0],
      `Fleet \`${name}\` cannot be used: ${problem}. The files that were found are used instead.`,
    );
  }
});
