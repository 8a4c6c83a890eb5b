import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { packExtension, packForNpm } from '../../scripts/pack.mjs';
import { root } from '../support/root.ts';
import { badPolicy, folderOf } from './support.ts';

const made = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'plugboard-packages-'));
process.on('exit', () => fs.rmSync(made, { recursive: true, force: true }));
const [first, second] = [path.join(made, '1.vsix'), path.join(made, '2.vsix')];
const tarball = await packForNpm(root, made);

test('two packages of one commit have the same bytes, and a size that users download gladly', async () => {
  await Promise.all([packExtension(root, first), packExtension(root, second)]);
  const [extension, again] = [fs.readFileSync(first), fs.readFileSync(second)];
  assert.ok(extension.equals(again), 'two .vsix differ');
  assert.ok(extension.length < 1_200_000, `the .vsix has ${extension.length} bytes`);
  const other = await packForNpm(root, path.join(made, 'again'));
  assert.ok(fs.readFileSync(tarball).equals(fs.readFileSync(other)), 'two .tgz differ');
  assert.ok(fs.statSync(tarball).size < 1_300_000, `the .tgz has ${fs.statSync(tarball).size} bytes`);
});

test('the npm package alone, installed offline in an empty folder, has every command', async (t) => {
  const folder = folderOf(t, { 'package.json': '{ "private": true }', 'fleet.json': badPolicy });
  const options = { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const installed = spawnSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], options);
  assert.equal(installed.status, 0, installed.stderr);
  assert.deepEqual(
    fs.readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.')),
    ['plugboard'],
  );
  const run = (...args: readonly string[]) => spawnSync('npx', ['--offline', 'plugboard', ...args], options);
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  assert.equal(run('--version').stdout, `${version}\n`);
  const checked = run('check', 'fleet.json');
  assert.match(checked.stdout, /policy\/server-url-https/);
  assert.equal(checked.status, 1, checked.stderr);
  assert.match(run('rules', 'policy/server-url-https').stdout, /^# policy\/server-url-https/);
  assert.match(run('lsp').stderr, /--stdio/);
  const initialize = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
  const server = spawn(process.execPath, ['node_modules/plugboard/dist/cli.js', 'lsp', '--stdio'], { cwd: folder });
  server.stdin.write(`Content-Length: ${initialize.length}\r\n\r\n${initialize}`);
  const served = await new Promise<string>((resolve) => {
    let text = '';
    server.stdout.on('data', (part) => {
      text += part;
      if (text.includes('hoverProvider')) resolve(text);
    });
    server.on('exit', () => resolve(text));
  });
  server.stdin.end();
  server.kill();
  assert.match(served, /"hoverProvider"/);
  const imported = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import { createService } from 'plugboard'; console.log(typeof createService);`],
    options,
  );
  assert.equal(imported.stdout, 'function\n', imported.stderr);
});
