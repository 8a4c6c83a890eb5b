import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { discover } from '../../server/mcp/discover.ts';
import type { DiscoveryOptions, Failure, LocalServer } from '../../server/mcp/model.ts';
import { openWindowsProgram } from '../../server/mcp/windowsProgram.ts';
import { root } from '../support/root.ts';
import { ended, pidsIn } from '../support/until.ts';
import { givenTime } from './givenTime.ts';

const packageOf = (name: string) => path.join(root, 'node_modules/@modelcontextprotocol', name, 'dist/index.js');
const node = (args: readonly string[], more: Partial<LocalServer> = {}): LocalServer => ({
  name: 'local',
  transport: 'stdio',
  command: process.execPath,
  args,
  ...more,
});
const script = (text: string, more: Partial<LocalServer> = {}) => node(['-e', text], more);

async function failureOf(server: LocalServer, options: DiscoveryOptions = {}): Promise<Failure> {
  const answer = await discover(server, { timeout: 60_000, ...options });
  assert.ok(!answer.ok, 'the program was asked');
  return answer;
}

function folderFor(t: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-mcp-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('the server of everything', async () => {
  const answer = await discover(node([packageOf('server-everything'), 'stdio']));
  assert.ok(answer.ok, JSON.stringify(answer));
  assert.ok(answer.tools.length >= 5);
  assert.ok(answer.tools.some(({ name }) => name === 'echo'));
  assert.match(answer.protocolVersion, /^\d{4}-\d\d-\d\d$/);
});

test('the server of files, in its folder and with its hints', async (t) => {
  const answer = await discover(node([packageOf('server-filesystem'), '.'], { cwd: folderFor(t) }));
  assert.ok(answer.ok, JSON.stringify(answer));
  const read = answer.tools.find(({ name }) => name === 'read_text_file');
  assert.equal(read?.annotations?.readOnlyHint, true);
  const write = answer.tools.find(({ name }) => name === 'write_file');
  assert.equal(write?.annotations?.destructiveHint, true);
});

test('on Windows another way leads to the same tools', async () => {
  const pids: number[] = [];
  const endTree = async (pid: number) => {
    pids.push(pid);
    process.kill(pid);
  };
  const line = openWindowsProgram(node([packageOf('server-everything'), 'stdio']), endTree);
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(line.transport);
  assert.ok((await client.listTools()).tools.length > 0);
  await line.close();
  assert.equal(pids.length, 1);
  await ended(pids);
});

test('a program that ends at once: its exit code and its last words, without secrets', async () => {
  const last = 'console.error("line 1\\nno database for " + process.env.DB + "\\ntoken=abcdef123456"); process.exit(3)';
  const failed = await failureOf(script(last, { env: { DB: 'hunter2-and-more' } }));
  assert.equal(failed.problem, 'exited');
  assert.match(failed.message, /exit code 3/);
  assert.match(failed.detail, /no database for •••/);
  assert.doesNotMatch(JSON.stringify(failed), /hunter2|abcdef123456/);
  const silent = await failureOf(script('process.exit(0)'));
  assert.match(silent.message, /exit code 0 .*printed nothing/);
});

test('a program that is not there, may not be executed, or has no folder', async (t) => {
  const missing = await failureOf({ name: 'x', transport: 'stdio', command: 'no-such-program-here' });
  assert.equal(missing.problem, 'not-started');
  assert.match(missing.message, /there is no program no-such-program-here/);
  const file = path.join(folderFor(t), 'server.sh');
  fs.writeFileSync(file, '#!/bin/sh\n', { mode: 0o644 });
  const refused = await failureOf({ name: 'x', transport: 'stdio', command: file });
  assert.match(refused.message, /is not executable/);
  const nowhere = await failureOf(script('', { cwd: '/no/such/folder' }));
  assert.match(nowhere.message, /its working folder does not exist/);
});

test('a program that hangs, deaf to SIGTERM, ends with all that it has started', async (t) => {
  const file = path.join(folderFor(t), 'pids');
  const deaf = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
  const parent = `const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, ['-e', ${JSON.stringify(deaf)}], { stdio: 'ignore' });
    require('node:fs').writeFileSync(${JSON.stringify(file)}, process.pid + ' ' + child.pid); ${deaf}`;
  const failed = await givenTime(
    (timeout) => failureOf(script(parent), { timeout }),
    () => fs.existsSync(file),
  );
  assert.equal(failed.problem, 'timeout');
  const pids = await pidsIn(file);
  assert.equal(pids.length, 2);
  await ended(pids);
});

test('what a program leaves behind ends too, also when it ends itself', async (t) => {
  const file = path.join(folderFor(t), 'pid');
  const failed = await failureOf(
    script(`const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      require('node:fs').writeFileSync(${JSON.stringify(file)}, String(child.pid)); process.exit(1);`),
  );
  assert.equal(failed.problem, 'exited');
  await ended(await pidsIn(file));
});

test('cancelling ends the program', async (t) => {
  const file = path.join(folderFor(t), 'pid');
  const cancel = new AbortController();
  const hangs = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const asked = failureOf(script(hangs), { signal: cancel.signal });
  const pids = await pidsIn(file);
  cancel.abort();
  assert.equal((await asked).problem, 'cancelled');
  await ended(pids);
});

test('a program that speaks of other things', async () => {
  const talkative = script('setInterval(() => console.log("listening on 8080"), 20)');
  const failed = await givenTime(
    (timeout) => failureOf(talkative, { timeout }),
    ({ problem }) => problem !== 'timeout',
  );
  assert.equal(failed.problem, 'not-mcp');
});

test('a program that speaks without end, on either pipe', async (t) => {
  const endless = (stream: string, each: string) =>
    script(`let n = 0; const t = 'x'.repeat(1e6); const f = () => { ${each} process.${stream}.write(t, f); }; f();`);
  const failed = await failureOf(endless('stdout', ''));
  assert.equal(failed.problem, 'other');
  const file = path.join(folderFor(t), 'heard');
  // No pipe buffers 20 MB, so the output is read.
  const loud = endless('stderr', `if (++n === 20) require('node:fs').writeFileSync(${JSON.stringify(file)}, 'yes');`);
  const stopped = await givenTime(
    (timeout) => failureOf(loud, { timeout }),
    () => fs.existsSync(file),
  );
  assert.ok(fs.existsSync(file));
  assert.equal(stopped.problem, 'timeout');
  assert.ok(stopped.detail.length < 10_000);
});

test('of the environment only what every program needs is passed on', async () => {
  process.env.PLUGBOARD_TEST_SECRET = 'only-for-us';
  const failed = await failureOf(
    script('console.error(Object.keys(process.env).join(" ")); process.exit(1)', { env: { OWN: 'yes' } }),
  );
  assert.match(failed.detail, /\bOWN\b/);
  assert.match(failed.detail, /\bPATH\b/);
  assert.doesNotMatch(failed.detail, /PLUGBOARD_TEST_SECRET/);
});
