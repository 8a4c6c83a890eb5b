import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import type { Discovery, DiscoveryPlanAnswer, SaveToolsAnswer, ServerChoice } from '../../server/protocol/discovery.ts';
import { notifications, requests } from '../../server/protocol.ts';
import { serve, speaking, withTools } from '../mcp/servers.ts';
import { ended, pidsIn } from '../support/until.ts';
import { at, type Client, connect } from './support.ts';

const filesFor = (url: string) => ({
  'policy.json': JSON.stringify({
    inferenceProvider: 'anthropic',
    managedMcpServers: [{ name: 'docs', transport: 'http', url, headers: { Authorization: 'Bearer ${TOKEN}' } }],
  }),
  'org-plugins/desk/.claude-plugin/plugin.json': '{ "name": "desk" }',
  'org-plugins/desk/.mcp.json':
    '{ "mcpServers": { "local": { "command": "${CLAUDE_PLUGIN_ROOT}/serve", "env": { "MODE": "x" } } } }',
});
const trusted = { initializationOptions: { trusted: true } };
const docs = { uri: at('policy.json'), name: 'docs' };

const plan = (client: Client, ref: object = docs) =>
  client.connection.sendRequest<DiscoveryPlanAnswer>(requests.planDiscovery, ref);
const agreed = async (client: Client, ref: object = docs) => {
  const answer = await plan(client, ref);
  assert.ok(!('problem' in answer), JSON.stringify(answer));
  return answer;
};
const discover = (client: Client, params: object) =>
  client.connection.sendRequest<Discovery>(requests.discover, params);

test('the servers of a workspace can be chosen from', async (context) => {
  const client = await connect(context, { kinds, files: filesFor('https://docs.example/mcp') });
  const servers = await client.connection.sendRequest<ServerChoice[]>(requests.servers, null);
  assert.deepEqual(
    servers.map(({ name, layer, plugin, label }) => [name, layer, plugin, label]),
    [
      ['docs', 'managed', null, 'policy.json'],
      ['local', 'plugin', 'desk', 'org-plugins/desk/.mcp.json'],
    ],
  );
});

test('in a workspace that is not trusted nothing is planned, called or run', async (context) => {
  await using server = await serve(speaking(withTools(1, 1)));
  const client = await connect(context, { kinds, files: filesFor(server.url) });
  const refused = await plan(client);
  assert.ok('problem' in refused);
  assert.match(refused.problem, /untrusted/);
  const answer = await discover(client, { ...docs, fingerprint: '', values: { TOKEN: 'x' } });
  assert.ok(!answer.ok);
  assert.match(answer.message, /untrusted/);
  assert.equal(server.seen.length, 0);
  await client.connection.sendNotification(notifications.trusted);
  assert.ok(!('problem' in (await plan(client))));
});

test('a plan says what will be called, what is needed, and nothing secret', async (context) => {
  const client = await connect(context, {
    ...trusted,
    kinds,
    files: filesFor('https://docs.example/mcp?key=abcdefgh'),
  });
  const { action, lines, needs } = await agreed(client);
  assert.equal(action, 'call');
  assert.deepEqual(lines, [
    ['POST', 'https://docs.example/mcp?key=•••'],
    ['Header', 'Authorization: Bearer ${TOKEN}'],
  ]);
  assert.deepEqual(needs, [{ name: 'TOKEN', title: 'TOKEN, for the header Authorization', isSecret: true }]);
  const local = await agreed(client, { uri: at('org-plugins/desk/.mcp.json'), name: 'local' });
  assert.equal(local.action, 'run');
  assert.match(JSON.stringify(local.lines), /org-plugins\/desk\/serve.*CLAUDE_PLUGIN_ROOT, MODE/);
  const nobody = await plan(client, { uri: at('policy.json'), name: 'nobody' });
  assert.ok('problem' in nobody);
});

test('tools are found, count at once, and can be written down; no secret is logged', async (context) => {
  await using server = await serve(speaking(withTools(5, 2)));
  const client = await connect(context, {
    ...trusted,
    kinds,
    files: { ...filesFor(server.url), '.plugboard.tools.json': '{ "docs": ["tool_0", "old"] }' },
  });
  const { fingerprint } = await agreed(client);
  const params = { ...docs, fingerprint, values: { TOKEN: 'hunter2-hunter2' }, workDoneToken: 'w1' };
  const answer = await discover(client, params);
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.equal(server.seen[0]?.authorization, 'Bearer hunter2-hunter2');
  assert.ok(client.progress.some((step) => JSON.stringify(step).includes('2 tools')));
  const shown = await client.effective();
  assert.equal(shown.tools.docs?.tool_4?.readOnly, true);
  const saving = await client.connection.sendRequest<SaveToolsAnswer>(requests.saveTools, {
    ...docs,
    tools: answer.tools,
  });
  assert.equal(saving.uri, at('.plugboard.tools.json'));
  assert.deepEqual([saving.added, saving.gone], [['tool_1', 'tool_2', 'tool_3', 'tool_4'], ['old']]);
  assert.doesNotMatch(JSON.stringify([client.log, client.progress, answer, saving]), /hunter2/);
});

test('what was changed since the user agreed is not called, nor what lacks a value', async (context) => {
  await using server = await serve(speaking(withTools(1, 1)));
  const files = filesFor(server.url);
  const client = await connect(context, { ...trusted, kinds, files });
  const { fingerprint } = await agreed(client);
  const without = await discover(client, { ...docs, fingerprint });
  assert.ok(!without.ok);
  assert.match(without.message, /TOKEN/);
  await client.open('policy.json', files['policy.json'].replace('/mcp', '/other'));
  const answer = await discover(client, { ...docs, fingerprint, values: { TOKEN: 'x' } });
  assert.ok(!answer.ok);
  assert.match(answer.message, /changed since you agreed/);
  assert.equal(server.seen.length, 0);
});

test('cancelling the request ends the program', async (context) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-wire-'));
  context.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'pid');
  const script = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const config = { mcpServers: { slow: { command: process.execPath, args: ['-e', script] } } };
  const client = await connect(context, {
    ...trusted,
    kinds,
    files: { 'claude_desktop_config.json': JSON.stringify(config) },
  });
  const slow = { uri: at('claude_desktop_config.json'), name: 'slow' };
  const { fingerprint } = await agreed(client, slow);
  const source = new CancellationTokenSource();
  const asked = client.connection
    .sendRequest<Discovery>(requests.discover, { ...slow, fingerprint }, source.token)
    .then(
      () => 'answered',
      () => 'cancelled',
    );
  const pids = await pidsIn(file);
  source.cancel();
  assert.equal(await asked, 'cancelled');
  await ended(pids);
});
