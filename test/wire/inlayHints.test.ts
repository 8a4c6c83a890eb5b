import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InlayHint, InlayHintLabelPart } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { quay } from '../core/features/glance.ts';
import { at, capable, connect } from './support.ts';

type Client = Awaited<ReturnType<typeof connect>>;
const start = (context: Parameters<typeof connect>[0]) =>
  connect(context, {
    kinds,
    files: quay,
    capabilities: { ...capable, workspace: { ...capable.workspace, inlayHint: { refreshSupport: true } } },
  });

const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
const ask = (client: Client, path: string, range = whole): Promise<InlayHint[]> =>
  client.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri: at(path) }, range });

const labelOf = ({ label }: InlayHint): string =>
  typeof label === 'string' ? label : label.map(({ value }) => value).join('');
const policy = quay['fleet.json'] ?? '';
const pilot = 'org-plugins/harbour/agents/pilot.md';

test('a hint stands behind the line of a policy, with what it means tool by tool', async (context) => {
  const client = await start(context);
  const found = (await ask(client, 'fleet.json')).find((hint) => labelOf(hint).startsWith('overruled'));
  const line = policy.split('\n').findIndex((text) => text.includes('"update_title"'));
  assert.deepEqual(found, {
    position: { line, character: policy.split('\n')[line]?.indexOf(',') },
    label: 'overruled in Code and Chat: Ask',
    paddingLeft: true,
    tooltip: 'update_title · Cowork: Allow (our reading) · Code: Ask · Chat: Ask',
  });
});

test('what a policy does to a tool of an agent leads to the deciding line', async (context) => {
  const client = await start(context);
  const [bash] = await ask(client, pilot);
  const [part]: InlayHintLabelPart[] = typeof bash?.label === 'string' ? [] : (bash?.label ?? []);
  assert.equal(part?.value, 'Ask · fleet.json');
  assert.equal(part?.location?.uri, at('fleet.json'));
  const { start: place } = part?.location?.range ?? whole;
  assert.ok(policy.split('\n')[place.line]?.slice(place.character).startsWith('"Bash": "ask"'));
});

test('sizes are those of now', async (context) => {
  const client = await start(context);
  const hooks = 'org-plugins/harbour/hooks/hooks.json';
  assert.deepEqual((await ask(client, hooks)).map(labelOf), ['10 bytes']);
  client.files.texts.set(at('org-plugins/harbour/scripts/check.sh'), 'x'.repeat(2500));
  assert.deepEqual((await ask(client, hooks)).map(labelOf), ['2.5 KB']);
});

test('hints follow what is typed, and say nothing of a policy that cannot be read', async (context) => {
  const client = await start(context);
  let refreshed = 0;
  client.connection.onRequest('workspace/inlayHint/refresh', () => {
    refreshed++;
    return null;
  });
  await client.open('fleet.json', policy.replace('"Bash": "ask"', '"Bash": "allow"'));
  refreshed = 0;
  client.pause();
  assert.equal((await ask(client, pilot)).map(labelOf)[0], 'Removed · fleet.json');
  assert.equal(refreshed, 1);
  await client.change('fleet.json', policy.slice(0, -20));
  client.pause();
  assert.deepEqual(await ask(client, 'fleet.json'), []);
});

test('only the range that is seen is answered', async (context) => {
  const client = await start(context);
  const line = policy.split('\n').findIndex((text) => text.includes('"REPL": "ask"'));
  const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
  assert.deepEqual((await ask(client, 'fleet.json', range)).map(labelOf), ['no effect: removed']);
});
