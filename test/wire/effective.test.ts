import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EffectiveAnswer, requests, type SourceCandidates } from '../../server/protocol.ts';
import { files, fleet, kinds } from './fleet.ts';
import { at, type Client, connect } from './support.ts';

const ask = (client: Client, choice: unknown = null): Promise<EffectiveAnswer> =>
  client.connection.sendRequest(requests.effective, choice);

const serverOf = ({ result }: EffectiveAnswer, name: string) =>
  result.surfaces.cowork?.servers.find((server) => server.name === name && server.active);

test('the sources are what the workspace has; policies inside plugins are examples', async (context) => {
  const client = await connect(context, {
    kinds,
    files: { ...files, 'org-plugins/reviewer/fleet.json': '{}', 'pilot-fleet.json': '{}' },
  });
  const sources = await client.connection.sendRequest<SourceCandidates>(requests.sources, null);
  assert.deepEqual(sources, {
    policies: [
      { uri: at('fleet.json'), label: 'fleet.json', keys: 3 },
      { uri: at('pilot-fleet.json'), label: 'pilot-fleet.json', keys: 0 },
    ],
    mounts: [{ uri: at('org-plugins'), label: 'org-plugins', plugins: 4 }],
    userConfigs: [],
  });
});

test('without a choice the first policy and the first folder count', async (context) => {
  const client = await connect(context, { kinds, files });
  const answer = await ask(client);
  assert.deepEqual(answer.sources, {
    policies: [{ uri: at('fleet.json'), role: 'managed' }],
    orgPlugins: at('org-plugins'),
  });
  assert.deepEqual(answer.unreadable, []);
  assert.equal(serverOf(answer, 'tickets')?.layer, 'managed');
  assert.equal(serverOf(answer, 'review')?.plugin, 'reviewer');
  assert.equal(serverOf(answer, 'books'), undefined);
});

test('every place of the result has its file and lines', async (context) => {
  const client = await connect(context, { kinds, files });
  const answer = await ask(client);
  const origin = serverOf(answer, 'tickets')?.origin;
  assert.ok(origin);
  const file = answer.files[origin.uri];
  assert.equal(file?.label, 'fleet.json');
  const line = file.lines.findLastIndex((start) => start <= origin.range.start);
  assert.match(fleet.split('\n')[line] ?? '', /tickets|\{/);
});

test('tools that are known of a server are decided one by one', async (context) => {
  const known = JSON.stringify({ tickets: [{ name: 'get_issue', annotations: { readOnlyHint: true } }, 'drop'] });
  const client = await connect(context, { kinds, files: { ...files, '.plugboard.tools.json': known } });
  const answer = await ask(client);
  assert.deepEqual(
    serverOf(answer, 'tickets')?.tools.map(({ name, state }) => [name, state]),
    [
      ['get_issue', 'allow'],
      ['drop', 'user'],
    ],
  );
  assert.deepEqual(answer.tools, { tickets: { get_issue: { readOnly: true }, drop: {} } });
});

test('a choice is followed', async (context) => {
  const client = await connect(context, { kinds, files });
  const answer = await ask(client, { policies: [], installed: ['ledger'] });
  assert.equal(serverOf(answer, 'tickets')?.layer, 'plugin');
  assert.equal(serverOf(answer, 'books')?.plugin, 'ledger');
});

test('while a policy cannot be read its last readable text counts', async (context) => {
  const client = await connect(context, { kinds, files });
  const before = await ask(client);
  await client.open('fleet.json', fleet);
  await client.change('fleet.json', `${fleet.slice(0, -2)},\n  "disabledBuiltinTools": [\n`);
  const answer = await ask(client);
  assert.deepEqual(answer.result, before.result);
  assert.deepEqual(answer.files, before.files);
  assert.deepEqual(
    answer.unreadable.map(({ uri, line }) => [uri, line]),
    [[at('fleet.json'), fleet.split('\n').length]],
  );
  await client.change('fleet.json', '{}');
  assert.equal(serverOf(await ask(client), 'tickets')?.layer, 'plugin');
});

test('the same as JSON has files and lines instead of addresses and offsets', async (context) => {
  const client = await connect(context, { kinds, files });
  const contract = await client.connection.sendRequest<{ config: Record<string, { origin: unknown }> }>(
    requests.contract,
    null,
  );
  const { origin } = contract.config.managedMcpServers ?? {};
  assert.ok(
    JSON.stringify(origin).startsWith('{"file":"fleet.json","range":{"start":{"line":'),
    JSON.stringify(origin),
  );
  assert.doesNotMatch(JSON.stringify(contract), /file:\/\//);
});
