import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CodeLens, Hover } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { quay } from '../core/features/glance.ts';
import { at, capable, connect } from './support.ts';

type Client = Awaited<ReturnType<typeof connect>>;
const start = (context: Parameters<typeof connect>[0], commands = true) =>
  connect(context, {
    kinds,
    files: quay,
    capabilities: { ...capable, workspace: { ...capable.workspace, codeLens: { refreshSupport: true } } },
    initializationOptions: { commands },
  });

const ask = (client: Client, path: string): Promise<CodeLens[]> =>
  client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: at(path) } });

const titles = (lenses: readonly CodeLens[]) => lenses.map(({ command }) => command?.title);
const policy = quay['fleet.json'] ?? '';
const servers = 'org-plugins/harbour/.mcp.json';

test('a server leads to the panel, a definition to its references, a hook to its script', async (context) => {
  const client = await start(context);
  const [tides, tickets, uses] = await ask(client, servers);
  assert.deepEqual(tides, {
    range: { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } },
    command: {
      title: '1 known tool: Blocked',
      command: 'plugboard.showEffectiveTools',
      arguments: [{ name: 'tides', layer: 'plugin', plugin: 'harbour' }],
    },
  });
  assert.equal(tickets?.command?.title, 'Shadowed: Managed server tickets has this name');
  const [uri, position, places] = uses?.command?.arguments ?? [];
  assert.equal(uses?.command?.command, 'plugboard.showReferences');
  assert.deepEqual([uri, position], [at(servers), uses?.range.start]);
  assert.equal(places.length, 2);
  assert.equal(places[0].uri, at('fleet.json'));
  const [hook] = await ask(client, 'org-plugins/harbour/hooks/hooks.json');
  assert.equal(hook?.command?.command, 'plugboard.openPlace');
  assert.equal(hook?.command?.arguments?.[0].uri, at('org-plugins/harbour/scripts/check.sh'));
});

test('an editor without the commands gets the words alone', async (context) => {
  const client = await start(context, false);
  const lenses = await ask(client, servers);
  assert.ok(lenses.length > 0);
  for (const { command } of lenses) assert.deepEqual([command?.command, command?.arguments], ['', undefined]);
});

test('who asks while the user types is answered when the typing pauses, and is asked to ask again', async (context) => {
  const client = await start(context);
  let refreshed = 0;
  client.connection.onRequest('workspace/codeLens/refresh', () => {
    refreshed++;
    return null;
  });
  await client.open('fleet.json', policy);
  refreshed = 0;
  await client.change('fleet.json', policy.replace('http://old', 'https://old'));
  let isAnswered = false;
  const asked = ask(client, 'fleet.json').finally(() => {
    isAnswered = true;
  });
  await client.sync();
  assert.equal(isAnswered, false);
  client.pause();
  assert.ok(titles(await asked).includes('2 known tools: Ask'));
  await client.sync();
  assert.equal(refreshed, 1);
});

test('lenses tell of the policy that the user chose', async (context) => {
  const client = await start(context);
  const without = { ...JSON.parse(policy), orgPluginSettings: [] };
  await client.open('other.json', JSON.stringify(without));
  client.pause();
  assert.equal(titles(await ask(client, servers))[0], '1 known tool: Blocked');
  const policies = [{ uri: at('other.json'), role: 'managed' }];
  await client.choose({ policies });
  // The what-if of a view changes nothing here.
  await client.effective({ installed: [], uninstalled: ['harbour'] });
  // An agent of the plugin names the tool, so it is known without the policy.
  assert.equal(titles(await ask(client, servers))[0], '1 known tool: User decides');
});

const ofOther = (at: (path: string) => string) => ({ policies: [{ uri: at('other.json'), role: 'managed' }] });
const other = JSON.stringify({ ...JSON.parse(policy), orgPluginSettings: [] });

test('lenses, hints and hovers are right before any view was opened', async (context) => {
  const client = await connect(context, {
    kinds,
    files: { ...quay, 'other.json': other },
    initializationOptions: { commands: true, sources: ofOther(at) },
    early: 'textDocument/codeLens',
    earlyParams: { textDocument: { uri: at(servers) } },
  });
  assert.equal(titles(client.early as CodeLens[])[0], '1 known tool: User decides');
  const card = await client.ask<Hover>(
    'textDocument/hover',
    servers,
    (quay[servers] ?? '').replace('"tides', '"ti<|>des'),
  );
  assert.match(JSON.stringify(card.contents), /User decides/);
  const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
  const ask = () =>
    client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: at('other.json') }, range });
  client.pause();
  assert.notDeepEqual(await ask(), []);
});

test('another choice has lenses asked again, and is read from the disk once', async (context) => {
  const client = await start(context);
  const elsewhere = 'file:///elsewhere/policy.json';
  client.files.texts.set(elsewhere, other);
  let refreshed = 0;
  client.connection.onRequest('workspace/codeLens/refresh', () => {
    refreshed++;
    return null;
  });
  await client.sync();
  refreshed = 0;
  const reads = client.files.reads.length;
  await client.choose({ policies: [{ uri: elsewhere, role: 'managed' }] });
  for (let i = 0; i < 3; i++) {
    assert.equal(titles(await ask(client, servers))[0], '1 known tool: User decides');
    await client.effective();
  }
  assert.equal(refreshed, 1);
  assert.deepEqual(client.files.reads.slice(reads), [elsewhere]);
});

test('what is not ours has no lens', async (context) => {
  const client = await start(context);
  await client.open('readme.txt', 'word', 'plaintext');
  client.pause();
  assert.deepEqual(await ask(client, 'readme.txt'), []);
});
