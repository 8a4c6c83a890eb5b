import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { type TestContext, test } from 'node:test';
import {
  CancellationTokenSource,
  createConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { kinds } from '../../server/core/kinds/index.ts';
import { startServer } from '../../server/lsp/server.ts';
import { samples } from '../support/samples.ts';
import { MemoryFiles } from './memoryFiles.ts';
import { questionsAbout } from './questions.ts';
import { at, connect } from './support.ts';

interface Message {
  readonly id?: number | string | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A server to which a test writes bytes, and whose messages it reads. */
function raw(context: TestContext) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(server, { kinds, files: new MemoryFiles({}), timer: () => () => {}, now: () => '2026-11-21T00:00:00Z' });
  context.after(() => server.dispose());
  const waiting: ((message: Message) => boolean)[] = [];
  new StreamMessageReader(down).listen((message: object) => {
    const taker = waiting.findIndex((takes) => takes(message));
    if (taker >= 0) waiting.splice(taker, 1);
  });
  const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  return {
    write: (bytes: string) => void up.write(bytes),
    /** Sends a text as one message. */
    body: (text: string) => void up.write(frame(text)),
    /** Sends a request, and resolves with the answer to its id. Without parameters if `params` is empty. */
    ask: (id: number, method: string, ...[params]: [params?: unknown]) =>
      new Promise<Message>((resolve) => {
        waiting.push((message) => {
          const isMine = message.id === id && ('result' in message || 'error' in message);
          if (isMine) resolve(message);
          return isMine;
        });
        up.write(frame(JSON.stringify({ jsonrpc: '2.0', id, method, params })));
      }),
  };
}

const start = { processId: null, rootUri: null, capabilities: {} };

test('requests before initialize and unknown methods get an error, and the server starts afterwards', async (context) => {
  const server = raw(context);
  for (const [id, method] of ['textDocument/hover', 'plugboard/effective', 'no/such/method', '', '$/odd'].entries()) {
    const { error } = await server.ask(id, method, { textDocument: { uri: 'file:///a' }, position: {} });
    assert.equal(typeof error?.code, 'number', method);
  }
  assert.ok((await server.ask(100, 'initialize', start)).result);
  assert.equal((await server.ask(101, 'no/such/method')).error?.code, -32601);
});

test('bodies that are no messages are passed over', async (context) => {
  const server = raw(context);
  for (const text of [
    '{',
    '',
    'null',
    '[]',
    '1',
    '"a"',
    '{}',
    '{"jsonrpc":"2.0"}',
    '{"id":{}}',
    '\u0000',
    '['.repeat(10_000),
  ])
    server.body(text);
  server.body('{"jsonrpc":"2.0","method":"textDocument/didChange","params":[[[]]]}');
  server.body('{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"never asked"}}');
  server.body('{"jsonrpc":"2.0","id":1,"result":"never asked"}');
  assert.ok((await server.ask(2, 'initialize', start)).result);
});

test('headers that are not understood, and a length that is too small, do not end the server', async (context) => {
  const server = raw(context);
  server.write('Content-Length: x\r\n\r\n');
  server.write('Odd: 1\r\n\r\n');
  server.write('Content-Length: -5\r\n\r\n');
  server.write('Content-Length: 0\r\n\r\n');
  server.write('Content-Length: 2\r\nContent-Type: odd\r\n\r\n{}');
  assert.ok((await server.ask(2, 'initialize', start)).result);
});

test('an id that is used again gets its answer, and one that is used twice at once stops nothing', async (context) => {
  const server = raw(context);
  assert.ok((await server.ask(1, 'initialize', start)).result);
  assert.equal((await server.ask(1, 'no/such/method')).error?.code, -32601);
  const twice = '{"jsonrpc":"2.0","id":2,"method":"no/such/method"}';
  server.body(twice);
  server.body(twice);
  assert.equal((await server.ask(3, 'no/such/method')).error?.code, -32601);
});

test('ten thousand queued requests, half of them cancelled, are all answered, and the server goes on', async (context) => {
  const client = await connect(context, { kinds, files: samples });
  const agent = 'org-plugins/pilot/agents/watch.md';
  const questions = questionsAbout(at(agent), { line: 1, character: 8 });
  const counts = { answered: 0, cancelled: 0, failed: 0 };
  const asked = Array.from({ length: 10_000 }, (_, i) => {
    const [method, params] = questions[i % questions.length] ?? ['', {}];
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(method, params, source.token).then(
      () => counts.answered++,
      ({ code }: { code: number }) => (code === -32800 ? counts.cancelled++ : counts.failed++),
    );
    if (i % 2 === 0) source.cancel();
    return answer;
  });
  client.pause();
  await Promise.all(asked);
  assert.equal(counts.answered + counts.cancelled + counts.failed, 10_000);
  assert.ok(counts.answered >= 4_000 && counts.cancelled > 0, JSON.stringify(counts));
  await client.sync();
  assert.deepEqual(client.log, []);
});

test('requests without parameters are answered: the protocol allows to leave them out', async (context) => {
  const server = raw(context);
  assert.ok((await server.ask(1, 'initialize', start)).result);
  server.body(JSON.stringify({ jsonrpc: '2.0', method: 'initialized', params: {} }));
  const methods = ['servers', 'sourceCandidates', 'plugins', 'tree', 'policies', 'effective', 'contract', 'profiles'];
  for (const [index, name] of methods.entries()) {
    const { error } = await server.ask(index + 2, `plugboard/${name}`);
    // -32601: there is no such method.
    assert.ok(error === undefined || error.code === -32601, `${name}: ${error?.message}`);
  }
  const { result } = await server.ask(100, 'plugboard/servers');
  assert.deepEqual(result, []);
});
