import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../server/core/kinds/index.ts';
import { type ConvertAnswer, requests } from '../../server/protocol.ts';
import { at, connect } from './support.ts';

test('an open policy is given in another format, as it stands in the editor', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('fleet.json', '{ "isLocalDevMcpEnabled": true }');
  await client.change('fleet.json', '{ "isLocalDevMcpEnabled": false }');
  const ask = (to: string, uri = at('fleet.json')) =>
    client.connection.sendRequest<ConvertAnswer | null>(requests.convert, { uri, to });
  const registry = await ask('reg');
  assert.ok(registry && 'text' in registry);
  assert.equal(registry.fileName, 'fleet.reg');
  assert.equal(registry.encoding, 'utf-16le');
  assert.match(registry.text, /"isLocalDevMcpEnabled"="false"/);
  const linux = await ask('linux');
  assert.equal(linux && 'text' in linux && linux.fileName, 'managed-settings.json');
  assert.equal(await ask('json', at('nothing.json')), null);
});

test('a policy that cannot be written says why', async (context) => {
  const client = await connect(context, { kinds });
  await client.open('fleet.json', '{ "isLocalDevMcpEnabled": false, "organizationInstructions": "a\\u0001" }');
  const answer = await client.connection.sendRequest<ConvertAnswer>(requests.convert, {
    uri: at('fleet.json'),
    to: 'plist',
  });
  assert.match('problem' in answer ? answer.problem : '', /organizationInstructions.*XML/);
});
