import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileChangeType } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { at, connect } from './support.ts';

const policy = `{
  "inferenceProvider": "anthropic",
  "managedMcpServers": [
    {
      "name": "crm",
      "transport": "http",
      "url": "https://crm.example.com/mcp",
      "toolPolicy": {
        "delete_*": "allow"
      }
    }
  ]
}
`;
const expected = `{
  "expect": [
    { "tool": "delete_*", "atMost": "ask", "surfaces": ["cowork"], "why": "Nothing is deleted unasked." },
    { "plugin": "desk", "is": "active" }
  ]
}
`;
const fleet = (file: string) => ({ policy: file, orgPlugins: 'none', userConfig: 'none' });
const files = {
  '.plugboard.json': JSON.stringify({
    fleets: { office: fleet('policy.json'), strict: fleet('strict.mobileconfig.json') },
  }),
  'policy.json': policy,
  'strict.mobileconfig.json': policy.replace('"allow"', '"blocked"'),
  'base.expect.json': expected,
};
const missed = (messages: readonly string[]) => messages.filter((message) => message.startsWith('Expected'));

test('what does not hold is reported at the line that decides, otherwise at the expectation', async (context) => {
  const client = await connect(context, { kinds, files });
  const [problem, ...others] = client.shown('policy.json').filter(({ code }) => code === 'expectations/missed');
  assert.deepEqual(others, []);
  assert.equal(
    problem?.message,
    'Expected on fleet `office`: Tool `delete_*` in Cowork is at most Ask. Any tool `delete_*` of `crm` is Allow in Cowork. Why it is expected: Nothing is deleted unasked.',
  );
  assert.equal(problem.range.start.line, 8);
  assert.equal(problem.severity, 2);
  assert.deepEqual(
    problem.relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message]),
    [[at('base.expect.json'), 2, 'This is expected.']],
  );
  assert.deepEqual(missed(client.messages('base.expect.json')), [
    'Expected on fleets `office` and `strict`: Plugin `desk` is active. There is no plugin `desk`.',
  ]);
  assert.deepEqual(missed(client.messages('strict.mobileconfig.json')), []);
});

test('findings move with typed text, and are updated when typing pauses', async (context) => {
  const client = await connect(context, { kinds, files });
  await client.open('policy.json', policy);
  await client.change('policy.json', `\n${policy}`);
  const line = () => client.shown('policy.json').find(({ code }) => code === 'expectations/missed')?.range.start.line;
  assert.equal(line(), 9);
  await client.change('policy.json', policy.replace('"allow"', '"ask"'));
  client.pause();
  await client.whenIdle(2);
  assert.equal(line(), undefined);
});

test('while a policy cannot be parsed, the results of before stay', async (context) => {
  const client = await connect(context, { kinds, files });
  await client.open('policy.json', policy);
  await client.change('policy.json', `${policy.slice(0, -2)},,`);
  client.pause();
  await client.whenIdle(2);
  assert.equal(missed(client.messages('policy.json')).length, 1);
});

test('a fleet whose file is missing is not tested, and says so until the file exists', async (context) => {
  const client = await connect(context, {
    kinds,
    files: { ...files, '.plugboard.json': JSON.stringify({ fleets: { office: fleet('later/policy.json') } }) },
  });
  while (client.messages('base.expect.json').length === 0) await client.whenIdle(client.idleTimes + 1);
  assert.deepEqual(client.messages('base.expect.json'), [
    'Not tested on fleet `office`: no such file: later/policy.json.',
  ]);
  client.files.texts.set(at('later/policy.json'), policy);
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: at('later/policy.json'), type: FileChangeType.Created }],
  });
  while (!client.isPausing) await client.sync();
  const before = client.idleTimes;
  client.pause();
  await client.whenIdle(before + 1);
  assert.equal(missed(client.messages('later/policy.json')).length, 1);
});

test('settings decide how severe it is, and whether it is reported', async (context) => {
  const client = await connect(context, { kinds, files, settings: { rules: { 'expectations/missed': 'off' } } });
  assert.deepEqual(missed(client.messages('policy.json')), []);
});
