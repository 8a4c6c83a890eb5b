import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PluginChoice, requests, type SurfacesAnswer } from '../../server/protocol.ts';
import { files, kinds } from './fleet.ts';
import { at, connect } from './support.ts';

const ask = (client: Awaited<ReturnType<typeof connect>>, path: string) =>
  client.connection.sendRequest<SurfacesAnswer | null>(requests.surfaces, { uri: at(path) });

test('the plugins of a workspace can be chosen from', async (context) => {
  const client = await connect(context, { kinds, files });
  const plugins = await client.connection.sendRequest<PluginChoice[]>(requests.plugins, null);
  assert.ok(plugins.length > 0);
  assert.deepEqual(
    plugins.find(({ name }) => name === 'reviewer'),
    { uri: at('org-plugins/reviewer'), name: 'reviewer', label: 'org-plugins/reviewer' },
  );
});

test('a plugin, or any file in it, tells its parts with their places, and every surface', async (context) => {
  const client = await connect(context, { kinds, files });
  const answer = await ask(client, 'org-plugins/reviewer');
  assert.deepEqual(await ask(client, 'org-plugins/reviewer/.mcp.json'), answer);
  assert.equal(answer?.place, 'org-plugins');
  const servers = answer?.groups.find(({ type }) => type === 'remote-server')?.parts ?? [];
  const review = servers.find(({ name }) => name === 'review');
  assert.equal(review?.place.uri, at('org-plugins/reviewer/.mcp.json'));
  const text = files['org-plugins/reviewer/.mcp.json']?.split('\n') ?? [];
  const { line = 0, character, endCharacter } = review?.place ?? {};
  assert.equal(text[line]?.slice(character, endCharacter), '"review"');
  assert.equal(answer?.surfaces.find(({ id }) => id === 'chat')?.cells.skill?.since, '1.44121.4');
  assert.equal(await ask(client, 'nowhere'), null);
});

test('an edit that is not saved counts, and so does the oldest app of the fleet', async (context) => {
  const settings = { target: { minimumVersion: '1.40000.0' } };
  const client = await connect(context, { kinds, files, settings });
  const count = (answer: SurfacesAnswer | null) => answer?.groups.find(({ type }) => type === 'hook')?.count;
  assert.equal(count(await ask(client, 'org-plugins/reviewer')), 1);
  await client.open(
    'org-plugins/reviewer/hooks/hooks.json',
    '{ "hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "a" }, { "type": "command", "command": "b" }] }] } }',
  );
  const answer = await ask(client, 'org-plugins/reviewer');
  assert.equal(count(answer), 2);
  assert.equal(answer?.surfaces.find(({ id }) => id === 'chat')?.cells.skill?.needs, '1.44121.4');
});
