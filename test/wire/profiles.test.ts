import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kinds } from '../../server/core/kinds/index.ts';
import { type CompareAnswer, type NewPolicyAnswer, policyFormats, requests } from '../../server/protocol.ts';
import { at, connect } from './support.ts';

test('a new policy is a snippet, with what the editor must know', async (context) => {
  const client = await connect(context, { kinds });
  const answers = new Map<string, NewPolicyAnswer>();
  for (const to of policyFormats) {
    const params = { provider: 'gateway', profile: 'restricted', to };
    const answer = await client.connection.sendRequest<NewPolicyAnswer | null>(requests.newPolicy, params);
    assert.ok(answer?.isSnippet, to);
    assert.match(answer.text, /\$\{1:https:\/\/your-gateway\.example\.com\}/);
    answers.set(to, answer);
  }
  const told = [...answers.values()].map(({ language, encoding, fileName }) => `${language} ${encoding} ${fileName}`);
  assert.deepEqual(told, [
    'json utf-8 policy.json',
    'xml utf-8 policy.mobileconfig',
    'xml utf-8 policy.plist',
    'reg utf-16le policy.reg',
    'json utf-8 managed-settings.json',
  ]);
  assert.match(answers.get('json')?.text ?? '', /"deploymentOrganizationUuid": "\$\{3:<your-org-uuid>\}"/);
  assert.match(answers.get('plist')?.text ?? '', /<string>\$\{3:&lt;your-org-uuid&gt;\}<\/string>/);
});

test('an open policy is compared as it stands in the editor', async (context) => {
  const client = await connect(context, { kinds });
  const ask = async (uri = at('fleet.json')) => {
    const params = { uri, profile: 'locked-down' };
    return client.connection.sendRequest<CompareAnswer | null>(requests.compareWithProfile, params);
  };
  await client.open('fleet.json', '{ "isLocalDevMcpEnabled": true }');
  assert.match(
    (await ask())?.markdown ?? '',
    /^# fleet\.json and Locked down\n[\s\S]*## Looser\n\n- \*\*`isLocalDevMcpEnabled`/,
  );
  await client.change('fleet.json', '{ "isLocalDevMcpEnabled": false }');
  assert.match((await ask())?.markdown ?? '', /## Met\n\n.*`isLocalDevMcpEnabled`/);
  await client.change('fleet.json', '{ "isLocalDevMcpEnabled": false, "otlpEndpoint" ');
  assert.match((await ask())?.markdown ?? '', /^> The policy cannot be read as a whole: /m);
  assert.equal(await ask(at('nothing.json')), null);
});
