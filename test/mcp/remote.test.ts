import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discover } from '../../server/mcp/discover.ts';
import type { DiscoveryOptions, Failure, RemoteServer } from '../../server/mcp/model.ts';
import { selfSigned } from './certificate.ts';
import { givenTime } from './givenTime.ts';
import { always, hello, older, type Running, serve, speaking, withTools } from './servers.ts';

const http = (url: string, headers?: RemoteServer['headers']): RemoteServer => ({
  name: 'docs',
  transport: 'http',
  url,
  ...(headers && { headers }),
});

/** Returns the failure for a server that responds in this way. */
async function failureOf(running: Running | string, options: DiscoveryOptions = {}): Promise<Failure> {
  const answer = await discover(http(typeof running === 'string' ? running : running.url), {
    timeout: 60_000,
    ...options,
  });
  assert.ok(!answer.ok, 'the server was asked');
  assert.doesNotMatch(answer.message, /\n/);
  return answer;
}

test('every page of 2,000 tools, in order, with what the server says of them', async () => {
  await using server = await serve(speaking(withTools(2000, 150)));
  const heard: string[] = [];
  const started = performance.now();
  const answer = await discover(http(server.url), { progress: (message) => heard.push(message) });
  const passed = performance.now() - started;
  assert.ok(answer.ok);
  assert.equal(answer.tools.length, 2000);
  assert.deepEqual(answer.tools[1], {
    name: 'tool_1',
    description: 'The tool number 1. It does things.',
    annotations: { readOnlyHint: false },
  });
  assert.deepEqual(answer.server, { name: 'test', version: '1.2.3' });
  assert.equal(answer.protocolVersion, '2025-06-18');
  assert.ok(answer.latencyMs >= 0 && answer.latencyMs <= Math.ceil(passed));
  assert.ok(heard.includes('150 tools'));
});

test('headers are sent and never come back', async () => {
  const speak = withTools(1, 1);
  await using server = await serve(
    speaking((message) =>
      message.method === 'initialize'
        ? speak(message)
        : { tools: [{ name: 'echo', description: 'You said s3cret-and-more' }] },
    ),
  );
  const answer = await discover(http(server.url, { Authorization: 'Bearer s3cret-and-more' }));
  assert.ok(answer.ok);
  assert.equal(server.seen[0]?.authorization, 'Bearer s3cret-and-more');
  assert.doesNotMatch(JSON.stringify(answer), /s3cret/);
});

test('entries that are no tools are left out, and a page that comes again ends the list', async () => {
  await using server = await serve(
    speaking(({ method }) =>
      method === 'initialize'
        ? hello()
        : { tools: [{ name: 'one', annotations: 7 }, { name: '' }, 'two', null], nextCursor: 'again' },
    ),
  );
  const answer = await discover(http(server.url));
  assert.ok(answer.ok);
  assert.deepEqual(answer.tools, [{ name: 'one' }]);
});

test('a server without tools has none', async () => {
  await using server = await serve(
    speaking(({ method }) =>
      method === 'initialize'
        ? { ...hello(), capabilities: {} }
        : { error: { code: -32601, message: 'Method not found' } },
    ),
  );
  const answer = await discover(http(server.url));
  assert.ok(answer.ok);
  assert.deepEqual(answer.tools, []);
});

test('the older transport is tried where the newer is not known, and by itself', async () => {
  await using server = await serve(older(withTools(3, 2)));
  const fallen = await discover(http(server.url));
  assert.ok(fallen.ok);
  assert.equal(fallen.tools.length, 3);
  const asked = await discover({ name: 'docs', transport: 'sse', url: server.url });
  assert.ok(asked.ok);
  assert.equal(asked.protocolVersion, '2025-06-18');
});

test('where the older transport requires sign-in, that is said', async () => {
  await using server = await serve((request, response, body) =>
    always(request.method === 'GET' ? 401 : 405)(request, response, body),
  );
  assert.equal((await failureOf(server)).problem, 'unauthorized');
});

test('401 asks for a sign-in, 403 and 404 are told apart', async () => {
  await using wants = await serve(always(401, { 'www-authenticate': 'Bearer resource_metadata="https://x.example/"' }));
  const unauthorized = await failureOf(wants);
  assert.equal(unauthorized.problem, 'unauthorized');
  assert.match(unauthorized.message, /requires sign-in.*token in a header/);
  await using forbids = await serve(always(403, { 'content-type': 'text/plain' }, 'Not you'));
  const forbidden = await failureOf(forbids);
  assert.equal(forbidden.problem, 'forbidden');
  assert.match(forbidden.detail, /Not you/);
  await using nothing = await serve(always(404, {}, 'nothing here'));
  assert.equal((await failureOf(nothing)).problem, 'not-found');
});

test('a web page, other JSON and other text are no MCP server', async () => {
  await using page = await serve(always(200, { 'content-type': 'text/html' }, '<title>Welcome</title>'));
  const html = await failureOf(page);
  assert.equal(html.problem, 'not-mcp');
  assert.match(html.message, /text\/html/);
  assert.match(html.detail, /Welcome/);
  await using other = await serve(always(200, { 'content-type': 'application/json' }, '{"status":"up"}'));
  assert.equal((await failureOf(other)).problem, 'not-mcp');
  await using broken = await serve(always(200, { 'content-type': 'application/json' }, '{"status'));
  assert.equal((await failureOf(broken)).problem, 'not-mcp');
  await using stream = await serve(always(200, { 'content-type': 'text/event-stream' }, 'data: hello\n\n'));
  const streamed = await givenTime(
    (timeout) => failureOf(stream, { timeout }),
    ({ problem }) => problem !== 'timeout',
  );
  assert.equal(streamed.problem, 'not-mcp');
});

test('a version of the protocol that nobody speaks any more', async () => {
  await using server = await serve(speaking(() => hello('2023-01-01')));
  const failed = await failureOf(server);
  assert.equal(failed.problem, 'old-protocol');
  assert.match(failed.message, /2023-01-01/);
});

test('a server that hangs, before it says anything and in the middle', async () => {
  let reached = '';
  const hangsAt = async (server: Running, place: string) => {
    const failed = await givenTime(
      (timeout) => failureOf(server, { timeout }),
      () => reached === place,
    );
    assert.deepEqual([reached, failed.problem], [place, 'timeout']);
  };
  await using silent = await serve(() => {
    reached = 'the first request';
  });
  await hangsAt(silent, 'the first request');
  await using half = await serve(
    speaking(({ method }) => {
      reached = method;
      return method === 'initialize' ? hello() : undefined;
    }),
  );
  await hangsAt(half, 'tools/list');
  await using trickle = await serve((_, response) => {
    response.writeHead(500, { 'content-type': 'text/plain' });
    response.write('wait for it');
    reached = 'the beginning of an answer';
  });
  await hangsAt(trickle, 'the beginning of an answer');
});

test('cancelling ends it while the server is silent, also before it began', async () => {
  const cancel = new AbortController();
  await using silent = await serve(() => cancel.abort());
  assert.equal((await failureOf(silent, { signal: cancel.signal })).problem, 'cancelled');
  const before = silent.seen.length;
  assert.equal((await failureOf(silent, { signal: AbortSignal.abort() })).problem, 'cancelled');
  assert.equal(silent.seen.length, before);
});

test('nothing listens, no such name, an address that cannot be called', async () => {
  const server = await serve(always(200));
  await server[Symbol.asyncDispose]();
  assert.equal((await failureOf(server.url)).problem, 'refused');
  assert.equal((await failureOf('https://no-such-host.invalid/mcp')).problem, 'dns');
  assert.equal((await failureOf('ftp://files.example/mcp')).problem, 'other');
  assert.equal((await failureOf('docs')).problem, 'other');
  const withUser = await failureOf('https://ada:hunter2-hunter2@docs.example/mcp');
  assert.match(withUser.message, /user name or password/);
  assert.doesNotMatch(JSON.stringify(withUser), /hunter2/);
});

test('a certificate of nobody', async () => {
  await using server = await serve(always(200), selfSigned());
  const failed = await failureOf(server);
  assert.equal(failed.problem, 'tls');
  assert.match(failed.detail, /SELF_SIGNED/);
  await using plain = await serve(always(200));
  const spoken = await failureOf(plain.url.replace('http:', 'https:'));
  assert.equal(spoken.problem, 'tls', JSON.stringify(spoken));
  assert.match(spoken.message, /does not answer with TLS/);
});

test('a redirect to another host is not followed, with or without secrets in it', async () => {
  await using server = await serve(always(307, { location: 'https://other.example/mcp?token=abcdefgh' }));
  const failed = await failureOf(server);
  assert.match(failed.message, /another URL/);
  assert.match(failed.detail, /other\.example\/mcp$/);
  assert.doesNotMatch(JSON.stringify(failed), /abcdefgh/);
});

test('an error of the server, by status and in the protocol', async () => {
  await using down = await serve(always(503, { 'content-type': 'text/plain' }, 'Down for repairs'));
  const failed = await failureOf(down);
  assert.equal(failed.problem, 'other');
  assert.match(failed.message, /reports a server error \(503\)/);
  await using refuses = await serve(speaking(() => ({ error: { code: -32603, message: 'No database' } })));
  assert.match((await failureOf(refuses)).detail, /No database/);
});

test('more than any list of tools holds is not read', async () => {
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const chunk = `"${'x'.repeat(1_000_000)}"`;
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  const failed = await failureOf(server);
  assert.match(failed.detail, /more than 64 MB/);
});
