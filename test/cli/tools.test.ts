import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { always, type Running, serve, speaking, withTools } from '../mcp/servers.ts';
import { root } from '../support/root.ts';
import { ended, pidsIn } from '../support/until.ts';
import { check, folderOf, plugboard } from './support.ts';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command asynchronously, so that the test's own servers can respond. */
function tools(cwd: string, ...args: readonly string[]): Promise<Ran> {
  const env = { PATH: process.env.PATH, HOME: '/nonexistent', FROM_OUTSIDE: 'value-from-outside' };
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'tools', ...args], { cwd, env });
  child.stdin.end();
  const ran = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text) => {
    ran.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    ran.err += text;
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...ran })));
}

const policyFor = ({ url }: Pick<Running, 'url'>, more: object = {}) =>
  JSON.stringify({
    inferenceProvider: 'anthropic',
    managedMcpServers: [{ name: 'docs', transport: 'http', url, ...more }],
  });
const everything = path.join(root, 'node_modules/@modelcontextprotocol/server-everything/dist/index.js');
const program = (t: TestContext, env: object = {}) =>
  folderOf(t, {
    '.mcp.json': JSON.stringify({
      mcpServers: { all: { command: process.execPath, args: [everything, 'stdio'], env } },
    }),
  });

test('without a terminal nothing is called before somebody says yes', async (t) => {
  await using server = await serve(speaking(withTools(1, 1)));
  const folder = folderOf(t, { 'policy.json': policyFor(server) });
  const ran = await tools(folder, 'docs');
  assert.equal(ran.code, 2);
  assert.match(ran.err, new RegExp(`POST +${server.url}`));
  assert.match(ran.err, /plugboard: there is no terminal to ask .* --yes\n$/);
  assert.equal(server.seen.length, 0);
});

test('at a terminal it asks, and only yes goes on', async (t) => {
  if (spawnSync('script', ['--version']).status !== 0) return t.skip('there is no `script` to make a terminal');
  const folder = program(t);
  const asked = (answer: string) =>
    spawnSync('script', ['-qec', `"${process.execPath}" "${path.join(root, 'dist/cli.js')}" tools all`, '/dev/null'], {
      cwd: folder,
      input: answer,
      env: { ...process.env, NO_COLOR: '1' },
      encoding: 'utf8',
    });
  const no = asked('n\n');
  assert.equal(no.status, 1);
  assert.match(no.stdout, /Continue\? \[y\/N\]/);
  assert.match(no.stdout, /nothing was called or run/);
  const yes = asked('y\n');
  assert.equal(yes.status, 0, yes.stdout);
  assert.match(yes.stdout, /echo +read-only/);
});

test('a table of the tools, and as JSON', async (t) => {
  await using server = await serve(speaking(withTools(3, 2)));
  const folder = folderOf(t, { 'policy.json': policyFor(server) });
  const ran = await tools(folder, 'docs', '--yes');
  assert.equal(ran.code, 0, ran.err);
  const lines = ran.out.trimEnd().split('\n');
  assert.match(lines[0] ?? '', /^tool_0 +read-only +The tool number 0\.$/);
  assert.match(lines[1] ?? '', /^tool_1 +changes data +The tool number 1\.$/);
  assert.match(lines[3] ?? '', /^3 tools · test 1\.2\.3 · protocol 2025-06-18 · \d+ ms$/);
  const { out } = await tools(folder, 'docs', '--yes', '--format', 'json');
  assert.equal(JSON.parse(out).tools.length, 3);
});

test('a server is found in every format of a policy, and where a file is named', async (t) => {
  await using server = await serve(speaking(withTools(1, 1)));
  const folder = folderOf(t, {
    'policy.json': policyFor(server),
    'old/policy.json': policyFor({ url: 'http://127.0.0.1:1/' }),
  });
  const convert = (to: string, file: string) =>
    spawnSync(
      process.execPath,
      [path.join(root, 'dist/cli.js'), 'convert', 'policy.json', '--to', to, '--output', file],
      { cwd: folder },
    );
  convert('mobileconfig', 'a.mobileconfig');
  convert('reg', 'a.reg');
  const two = await tools(folder, 'docs', '--yes');
  assert.equal(two.code, 2);
  assert.match(two.err, /'docs' is defined in .*policy\.json:1.*name one with --policy or --config/);
  for (const file of ['a.mobileconfig', 'a.reg', 'policy.json']) {
    const ran = await tools(folder, 'docs', '--policy', file, '--yes');
    assert.equal(ran.code, 0, ran.err);
  }
});

test('headers and values are sent, and never printed or saved', async (t) => {
  await using server = await serve(speaking(withTools(1, 1)));
  const headers = { Authorization: 'Bearer ${TOKEN}', 'X-Old': 'old-secret-value' };
  const folder = folderOf(t, { 'policy.json': policyFor(server, { headers }) });
  const missing = await tools(folder, 'docs', '--yes');
  assert.equal(missing.code, 2);
  assert.match(missing.err, /needs a value for TOKEN/);
  const args = [
    'docs',
    '--yes',
    '--env',
    'TOKEN=hunter2-hunter2',
    '--header',
    'X-Old: new-secret-value',
    '--save',
    'known.json',
  ];
  const ran = await tools(folder, ...args);
  assert.equal(ran.code, 0, ran.err);
  assert.equal(server.seen[0]?.authorization, 'Bearer hunter2-hunter2');
  assert.equal(server.seen[0]?.['x-old'], 'new-secret-value');
  const written = fs.readFileSync(path.join(folder, 'known.json'), 'utf8');
  assert.doesNotMatch(ran.out + ran.err + written, /hunter2|secret-value/);
  const outside = await tools(folder, 'docs', '--yes', '--env', 'TOKEN=x', '--env', 'FROM_OUTSIDE');
  assert.equal(outside.code, 0, outside.err);
});

test('a program gets what it is given, and its tools are kept beside those of other servers', async (t) => {
  const folder = program(t, { KEY: '${FROM_OUTSIDE}' });
  const known = path.join(folder, '.plugboard.tools.json');
  fs.writeFileSync(known, '{\n  "zoo": ["feed"],\n  "all": ["echo", "gone_tool"]\n}\n');
  const ran = await tools(folder, 'all', '--yes', '--env', 'FROM_OUTSIDE', '--save', '.plugboard.tools.json');
  assert.equal(ran.code, 0, ran.err);
  assert.match(ran.err, /Environment +KEY\n/);
  assert.match(ran.err, /Since last time new: .*get-sum.*; gone: gone_tool\./);
  const saved = JSON.parse(fs.readFileSync(known, 'utf8'));
  assert.deepEqual(saved.zoo, ['feed']);
  const names: string[] = saved.all.map(({ name }: { name: string }) => name);
  assert.deepEqual(names, [...names].sort());
  const again = await tools(folder, 'all', '--yes', '--env', 'FROM_OUTSIDE', '--save', '.plugboard.tools.json');
  assert.match(again.err, /Nothing has changed since last time/);
});

test('what goes wrong is one line, and the exit code tells', async (t) => {
  await using wants = await serve(always(401, { 'www-authenticate': 'Bearer' }));
  const folder = folderOf(t, { 'policy.json': policyFor(wants), 'other.json': '[1]' });
  const ran = await tools(folder, 'docs', '--yes');
  assert.equal(ran.code, 1);
  assert.match(ran.err, /^error {2}127\.0\.0\.1:\d+ requires sign-in \(401\)\..*$/m);
  const json = await tools(folder, 'docs', '--yes', '--format', 'json');
  assert.equal(JSON.parse(json.out).problem, 'unauthorized');
  for (const args of [
    [],
    ['nobody'],
    ['docs', '--timeout', 'soon'],
    ['docs', '--header', 'nothing'],
    ['docs', '--policy', 'none.json'],
  ]) {
    const wrong = await tools(folder, ...args);
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /^plugboard: .*\n$/);
  }
});

test('Ctrl+C ends the program that was started, too', async (t) => {
  const started = (pid: string) => `require('node:fs').writeFileSync(${JSON.stringify(pid)}, String(process.pid));`;
  const folder = folderOf(t, {});
  const pidFile = path.join(folder, 'pid');
  const args = ['-e', `${started(pidFile)} process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`];
  fs.writeFileSync(
    path.join(folder, '.mcp.json'),
    JSON.stringify({ mcpServers: { slow: { command: process.execPath, args } } }),
  );
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'tools', 'slow', '--yes'], { cwd: folder });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const pids = await pidsIn(pidFile);
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(code, 1);
  assert.match(said, /Cancelled\.\n$/);
  await ended(pids);
});

test('a file that holds something else is not written over', async (t) => {
  await using server = await serve(speaking(withTools(1, 1)));
  const folder = folderOf(t, { 'policy.json': policyFor(server), 'other.json': '[1]' });
  const ran = await tools(folder, 'docs', '--yes', '--save', 'other.json');
  assert.equal(ran.code, 2);
  assert.equal(fs.readFileSync(path.join(folder, 'other.json'), 'utf8'), '[1]');
});

test('servers that only the app can ask say so', async (t) => {
  const folder = folderOf(t, {
    'policy.json': JSON.stringify({
      inferenceProvider: 'anthropic',
      managedMcpServers: [
        { name: 'hub', server: 'github', clientId: 'x' },
        { name: 'rules', transport: 'policy-only', toolPolicy: { '*': 'ask' } },
      ],
    }),
  });
  assert.match((await tools(folder, 'hub', '--yes')).err, /built into the app/);
  assert.match((await tools(folder, 'rules', '--yes')).err, /only holds rules/);
});

test('known tools are read where no setting names them, also by a check of one file', (t) => {
  const folder = folderOf(t, {
    '.plugboard.tools.json': '{ "docs": [{ "name": "read_page", "annotations": { "readOnlyHint": true } }] }',
    'fleet/policy.json': policyFor({ url: 'https://docs.example.com/mcp' }, { toolPolicy: { read_pge: 'allow' } }),
  });
  const { problems } = check(folder, 'fleet/policy.json');
  assert.deepEqual(
    problems.map(({ rule, severity }) => [rule, severity]),
    [['policy/tool-pattern-matches-nothing', 'warning']],
  );
  const { out, err } = plugboard(folder, 'effective', '--policy', 'fleet/policy.json', '--format', 'json');
  assert.match(out, /"name": "read_page"/, err);
});
