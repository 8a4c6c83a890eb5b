import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CancellationTokenSource } from 'vscode-languageserver-protocol/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { requests } from '../../server/protocol.ts';
import { samples } from '../support/samples.ts';
import { askEverything, questionsAbout } from './questions.ts';
import { at, capable, connect } from './support.ts';

/** One file of every kind. */
const paths = [...Object.keys(samples), '.plugboard.json', '.plugboard.tools.json'];

const texts = [
  '',
  '\0\ufeff\ud800',
  'null',
  '[]',
  '"text"',
  '['.repeat(100_000),
  '{"a":'.repeat(50_000),
  '{"__proto__": {"x": 1}, "constructor": {"prototype": 1}, "toString": [], "": null}',
  '{"mcpServers": {"__proto__": {"command": 1}, "toString": null, "x": []}, "managedMcpServers": {"a": 1}, "hooks": [[[]]]}',
  '{"managedMcpServers": [null, [], 1, {"name": {}, "toolPolicy": []}], "orgPluginSettings": [[{}]], "inferenceProvider": []}',
  '{"name": "%zz", "skills": ["./%", "./\\ud800", 1], "plugins": [{"name": "a", "source": "./../../%2e%2e/etc"}, {"source": {}}], "renames": {"a": "b", "b": "a"}}',
  '{"suppress": [{"rule": "*/*", "file": "!(!(!(a)))", "reason": 1}, [], {"files": [null]}], "levels": [], "tools": {"a": [{}]}, "server": null, "user_config": []}',
  `---\n${'- '.repeat(2_000)}\n---\n`,
  `---\n${'['.repeat(10_000)}\n---\n`,
  '---\na: &a [*a, *a]\n<<: *b\n? [x]: y\n!!js/function z: "\\ud800"\n---\n',
  '---\nname: [a, {b: c}]\ntools: {x: 1}\nhooks: 3\ndescription: 2020-01-01\n---\n[x]: [y](z)\n```\n',
  '---\nname: x # plugboard-ignore\ntools: mcp____, mcp__plugin__, Skill(, Agent()\n---\n[a](%zz) [b](../../../../..) [c](file:///%) @agent- /: ${ $ARGUMENTS[ <!-- plugboard-ignore',
  `---\nname: x\n---\n${'> '.repeat(5_000)}\n${'* '.repeat(5_000)}\n${'[('.repeat(5_000)}`,
  '---\r\nname: |\r\n  x\r\n---',
  '---',
];

for (const path of paths) {
  test(`nothing in ${path} stops the server`, async (context) => {
    const client = await connect(context, { kinds, files: samples });
    await client.open(path, '{}', path.endsWith('.md') ? 'markdown' : 'json');
    for (const text of texts) {
      await client.change(path, text);
      client.pause();
      await askEverything(client, at(path), { line: 0, character: text.length >> 1 });
      await client.choose({ policies: [{ uri: at(path), role: 'managed' }] });
      assert.ok(await client.effective());
      await client.connection.sendRequest(requests.tree, null);
    }
    assert.deepEqual(client.log, []);
  });
}

const agent = 'org-plugins/pilot/agents/watch.md';

test('places that are nowhere get an answer', async (context) => {
  const client = await connect(context, { kinds, files: samples });
  const absurd = [
    { line: 2 ** 31 - 1, character: 2 ** 31 - 1 },
    { line: 0, character: 2 ** 31 - 1 },
    { line: 2 ** 31 - 1, character: 0 },
  ];
  for (const position of absurd) await askEverything(client, at(agent), position);
  const unknown = [
    'file:///nowhere/SKILL.md',
    'untitled:Untitled-1',
    'x:',
    '',
    'file:///%zz',
    'vscode-notebook-cell:/a#b',
  ];
  for (const uri of unknown) await askEverything(client, uri, { line: 0, character: 0 });
  await client.open(agent, samples[agent] ?? '', 'markdown');
  await client.close(agent);
  client.pause();
  await askEverything(client, at(agent), { line: 1, character: 8 });
  assert.deepEqual(client.log, []);
});

test('moves that are none get an answer', async (context) => {
  const client = await connect(context, { kinds, files: samples });
  const own = at('org-plugins/pilot');
  const pairs = [
    [own, own],
    [own, `${own}/inner`],
    [`${own}/agents`, own],
    ['file:///', 'file:///x'],
    ['', ''],
    ['file:///%zz', 'file:///%'],
    [own, 'untitled:x'],
  ];
  for (const [oldUri, newUri] of pairs) {
    await client.connection.sendRequest('workspace/willRenameFiles', { files: [{ oldUri, newUri }] });
  }
  assert.deepEqual(client.log, []);
});

test('names that cannot be are refused with a sentence', async (context) => {
  const client = await connect(context, { kinds, files: samples });
  const textDocument = { uri: at(agent) };
  for (const newName of [
    '',
    ' ',
    '..',
    'a/b',
    'a\\b',
    '%',
    '%zz',
    'a\nb',
    '\ud800',
    '\u202e',
    '"',
    'a: b',
    '#',
    'x'.repeat(300),
  ]) {
    const request = client.connection.sendRequest('textDocument/rename', {
      textDocument,
      position: { line: 1, character: 8 },
      newName,
    });
    await assert.rejects(request, /cannot be|taken|too long/, JSON.stringify(newName));
  }
  assert.deepEqual(client.log, []);
});

/** An answer without the id that each answer of its kind gets anew. */
const withoutIds = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value) => (key === 'resultId' ? undefined : value));

test('a request before the workspace is read gets the answer that it gets afterwards', async (context) => {
  const asked: (readonly [method: string, params: object])[] = [
    ['workspace/symbol', { query: '' }],
    ['workspace/willRenameFiles', { files: [] }],
    ...questionsAbout(at(agent), { line: 1, character: 8 }),
  ];
  for (const [early, earlyParams] of asked) {
    const client = await connect(context, { kinds, files: samples, early, earlyParams });
    const late: unknown = await client.connection.sendRequest(early, earlyParams);
    assert.deepEqual(withoutIds(client.early), withoutIds(late), early);
    assert.deepEqual(client.log, []);
  }
});

test('requests that are cancelled end', async (context) => {
  const client = await connect(context, { kinds, files: samples });
  const asked = questionsAbout(at(agent), { line: 1, character: 8 }).flatMap(([method, params]) => {
    return [1, 2].map(() => askAndCancel(method, params));
  });
  async function askAndCancel(method: string, params: object): Promise<unknown> {
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(method, params, source.token);
    source.cancel();
    return answer.catch((error: unknown) => error);
  }
  client.pause();
  await Promise.all(asked);
  await client.sync();
  assert.deepEqual(client.log, []);
});

test('1,500 edits between questions leave the last text as it was typed', async (context) => {
  const client = await connect(context, { kinds, files: samples, capabilities: capable });
  const whole = samples[agent] ?? '';
  await client.open(agent, '', 'markdown');
  const questions = questionsAbout(at(agent), { line: 1, character: 8 });
  const asked: Promise<unknown>[] = [];
  for (let i = 1; i <= 1_500; i++) {
    const text = whole.slice(0, i % (whole.length + 1));
    const textDocument = { uri: at(agent), version: i + 1 };
    void client.connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text }] });
    const [method, params] = questions[i % questions.length] ?? ['', {}];
    asked.push(client.connection.sendRequest(method, params).catch((error: unknown) => error));
    if (i % 100 === 0) {
      client.pause();
      await client.sync();
    }
  }
  await client.change(agent, whole);
  client.pause();
  await Promise.all(asked);
  assert.deepEqual(client.log, []);
  assert.deepEqual(client.shown(agent), []);
});
