import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type EffectiveAnswer,
  type LinesAnswer,
  requests,
  type SourceCandidates,
  type WhatIf,
} from '../../server/protocol.ts';
import { files, fleet, kinds } from './fleet.ts';
import { at, type Client, connect } from './support.ts';

const ask = (client: Client, whatIf?: WhatIf): Promise<EffectiveAnswer> => client.effective(whatIf);

const serverOf = ({ result }: EffectiveAnswer, name: string) =>
  result.surfaces.cowork?.servers.find((server) => server.name === name && server.active);

test('the sources are what the workspace has; policies inside plugins are examples', async (context) => {
  const client = await connect(context, {
    kinds,
    files: { ...files, 'org-plugins/reviewer/fleet.json': '{}', 'pilot-fleet.json': '{}' },
  });
  const { roles, ...sources } = await client.connection.sendRequest<SourceCandidates>(requests.sourceCandidates, null);
  assert.ok(roles.some(({ role }) => role === 'hkcu'));
  assert.deepEqual(sources, {
    policies: [
      { uri: at('fleet.json'), label: 'fleet.json', keys: 3 },
      { uri: at('pilot-fleet.json'), label: 'pilot-fleet.json', keys: 0 },
    ],
    mounts: [{ uri: at('org-plugins'), label: 'org-plugins', plugins: 4 }],
    userConfigs: [],
    extensions: [],
    claudeCode: [],
    fleets: [],
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
  await client.choose({ policies: [] });
  const answer = await ask(client, { installed: ['ledger'] });
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

test('packed, the answer says the same in less', async (context) => {
  const known = JSON.stringify({ tickets: Array.from({ length: 400 }, (_, i) => `get_${i}`) });
  const client = await connect(context, { kinds, files: { ...files, '.plugboard.tools.json': known } });
  const answer = await ask(client);
  const packed = await client.connection.sendRequest(requests.effective, null);
  assert.equal(serverOf(answer, 'tickets')?.tools.length, 401);
  assert.ok(JSON.stringify(packed).length < JSON.stringify(answer).length / 2);
});

test('another version and another day are only supposed', async (context) => {
  const client = await connect(context, { kinds, files });
  const { result } = await ask(client, { minimumVersion: '1.24.0', date: '2027-01-01' });
  assert.deepEqual([result.target.minimumVersion, result.target.date], ['1.24.0', '2027-01-01']);
  assert.notEqual((await ask(client)).result.target.minimumVersion, '1.24.0');
});

test('what is supposed of plugins is told by name', async (context) => {
  const client = await connect(context, { kinds, files });
  const answer = await ask(client, { installed: ['ledger'], uninstalled: ['reviewer'] });
  assert.deepEqual(answer.supposed.added, ['ledger']);
});

test("Claude Code's own managed file adds its servers in Code alone", async (context) => {
  const own = JSON.stringify({ mcpServers: { vault: { type: 'http', url: 'https://vault.example.com' } } });
  const client = await connect(context, { kinds, files: { ...files, 'claude-code/managed-mcp.json': own } });
  const { claudeCode } = await client.connection.sendRequest<SourceCandidates>(requests.sourceCandidates, null);
  assert.deepEqual(
    claudeCode.map(({ uri }) => uri),
    [at('claude-code/managed-mcp.json')],
  );
  await client.choose({ claudeCode: claudeCode.map(({ uri }) => uri) });
  const { result, files: places } = await ask(client);
  assert.ok(result.surfaces.code?.servers.some(({ name, active }) => name === 'vault' && active));
  assert.ok(!result.surfaces.cowork?.servers.some(({ name }) => name === 'vault'));
  assert.equal(places[at('claude-code/managed-mcp.json')]?.label, 'claude-code/managed-mcp.json');
});

test('a desktop extension counts where it is chosen, with the tools that its manifest names', async (context) => {
  const manifest = JSON.stringify({
    manifest_version: '0.3',
    name: 'notes',
    version: '1.0.0',
    server: { type: 'node' },
    tools: [{ name: 'find', description: 'Finds notes' }],
  });
  const client = await connect(context, { kinds, files: { ...files, 'notes/manifest.json': manifest } });
  const { extensions } = await client.connection.sendRequest<SourceCandidates>(requests.sourceCandidates, null);
  const uris = extensions.map(({ uri }) => uri);
  assert.deepEqual(uris, [at('notes/manifest.json')]);
  await client.choose({ extensions: uris });
  const answer = await ask(client);
  const found = answer.result.surfaces.cowork?.servers.find(({ name }) => name === 'notes');
  assert.equal(found?.layer, 'extension');
  assert.equal(answer.tools.notes?.find?.description, 'Finds notes');
});

test('a policy outside of the workspace is read when it is chosen', async (context) => {
  const client = await connect(context, { kinds, files });
  client.files.texts.set('file:///elsewhere/other-fleet.json', fleet.replace('tickets', 'elsewhere'));
  await client.choose({ policies: [{ uri: 'file:///elsewhere/other-fleet.json', role: 'managed' }] });
  const answer = await ask(client);
  assert.equal(serverOf(answer, 'elsewhere')?.layer, 'managed');
});

test('of a place the line and those around it are told, without secrets', async (context) => {
  const text = JSON.stringify({ mcpServers: { a: { type: 'http', headers: { 'X-Own': 'hush-hush' } } } }, null, 2);
  const client = await connect(context, { kinds, files: { ...files, '.mcp.json': text } });
  const line = text.split('\n').findIndex((each) => each.includes('X-Own'));
  const answer = await client.connection.sendRequest<LinesAnswer>(requests.lines, { uri: at('.mcp.json'), line });
  assert.equal(answer.label, '.mcp.json');
  assert.deepEqual(
    answer.lines.map(({ number }) => number),
    [line - 1, line, line + 1, line + 2, line + 3],
  );
  assert.match(answer.lines[2]?.text ?? '', /"X-Own": "•+-?•*"/);
  assert.doesNotMatch(JSON.stringify(answer), /hush/);
  assert.equal(await client.connection.sendRequest(requests.lines, { uri: at('nowhere.json'), line: 0 }), null);
});
