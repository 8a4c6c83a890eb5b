import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderOf, plugboard } from './support.ts';

const policy = (state: string) =>
  JSON.stringify({
    inferenceProvider: 'anthropic',
    managedMcpServers: [
      { name: 'crm', transport: 'http', url: 'https://crm.example.com/mcp', toolPolicy: { read: state } },
    ],
  });
const fleet = (file: string) => ({ policy: file, orgPlugins: 'none', userConfig: 'none' });
const files = {
  '.plugboard.json': JSON.stringify({ fleets: { kiosk: fleet('kiosk.json'), office: fleet('office.json') } }),
  'kiosk.json': policy('blocked'),
  'office.json': policy('allow'),
};

test('two fleets are compared, each with its own files', (t) => {
  const folder = folderOf(t, files);
  const { code, out, err } = plugboard(folder, 'diff', '--fleet', 'kiosk', '--fleet', 'office', '--fail-on', 'looser');
  assert.equal(err, '');
  assert.equal(code, 1);
  assert.match(out, /kiosk.*office/);
  assert.match(out, /Before: Policy: kiosk\.json/);
  assert.match(out, /After: Policy: office\.json/);
  assert.equal(plugboard(folder, 'diff', '--fleet', 'office', '--fleet', 'kiosk', '--fail-on', 'looser').code, 0);
  const third = plugboard(folder, 'diff', '--fleet', 'a', '--fleet', 'b', '--fleet', 'c');
  assert.deepEqual(
    [third.code, third.err.split('\n')[0]],
    [2, 'plugboard: name at most two fleets, that of OLD and that of NEW'],
  );
  const unknown = plugboard(folder, 'diff', 'WORKTREE', '--fleet', 'desk');
  assert.deepEqual([unknown.code, /no fleet 'desk'/.test(unknown.err)], [2, true]);
});

test('a fleet is compared with a revision', (t) => {
  const folder = folderOf(t, files);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { cwd: folder });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Before');
  fs.writeFileSync(path.join(folder, 'kiosk.json'), policy('allow'));
  assert.equal(plugboard(folder, 'diff', 'HEAD', '--fleet', 'office', '--fail-on', 'any').code, 0);
  const kiosk = plugboard(folder, 'diff', 'HEAD', '--fleet', 'kiosk', '--fail-on', 'looser');
  assert.equal(kiosk.code, 1);
  assert.match(kiosk.out, /`?read`?/);
});
