import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { discover } from '../../server/mcp/discover.ts';
import type { Discovery } from '../../server/mcp/model.ts';
import { root } from '../support/root.ts';
import { until } from '../support/until.ts';

const everything = path.join(root, 'node_modules/@modelcontextprotocol/server-everything/dist/index.js');

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Starts the reference server over the network, until the test ends. */
async function running(transport: 'streamableHttp' | 'sse') {
  const port = await freePort();
  const env = { PATH: process.env.PATH, PORT: String(port) };
  const child: ChildProcess = spawn(process.execPath, [everything, transport], { env, stdio: 'ignore' });
  const isUp = () =>
    new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
  await until('a server that listens', async () => (await isUp()) || undefined);
  return {
    address: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function holdsEcho(answer: Discovery): void {
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.ok(answer.tools.some(({ name }) => name === 'echo'));
  assert.match(answer.server.name, /everything/);
}

test('a real server over streamable HTTP', async () => {
  await using server = await running('streamableHttp');
  holdsEcho(await discover({ name: 'all', transport: 'http', url: `${server.address}/mcp` }));
});

test('a real server over the older transport, asked for or fallen back to', async () => {
  await using server = await running('sse');
  const url = `${server.address}/sse`;
  holdsEcho(await discover({ name: 'all', transport: 'sse', url }));
  holdsEcho(await discover({ name: 'all', transport: 'http', url }));
});
