import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { root } from '../support/root.ts';
import { environment } from './commandLine/run.ts';
import { folderOf, plugboard, plugboardProcess } from './support.ts';

/** Each with its exit code. Other tests run the command line in a process that stays, which must not make a difference. */
const runs: readonly (readonly [code: number, args: readonly string[]])[] = [
  [2, []],
  [2, ['chek']],
  [2, ['check', '--rule', 'policy/no-such-rule=off']],
  [2, ['effective', '--policy', 'missing.json']],
  [2, ['lsp']],
  [0, ['--help']],
  [0, ['--version']],
  [0, ['check', '--help']],
  [0, ['rules', 'mcp/http-url']],
  [0, ['effective', 'sample', '--format', 'markdown']],
  [0, ['check', 'sample/org-plugins/berth-desk']],
  [1, ['check', 'sample']],
  [1, ['check', 'sample', '--format', 'json']],
];
for (const [code, args] of runs) {
  test(`plugboard ${args.join(' ')}: a process of its own exits with ${code} and says the same`, () => {
    const alone = plugboardProcess(root, ...args);
    assert.equal(alone.code, code, alone.err);
    assert.deepEqual(plugboard(root, ...args), alone);
  });
}

test('a process that stays keeps nothing of the run before', (t) => {
  const folder = folderOf(t, { 'policy.json': '{ "inferenceProvider": "anthropic" }' });
  const first = plugboard(folder, 'check', '--format', 'json');
  assert.equal(plugboard(root, 'check', 'sample').code, 1);
  assert.equal(plugboard(root, 'chek').code, 2);
  assert.deepEqual(plugboard(folder, 'check', '--format', 'json'), first);
});

const noShell = process.platform === 'win32' && 'needs a shell with `head`';
test('a reader of the output that stops early, as `head` does, is no error', { skip: noShell }, () => {
  const { stdout, stderr } = spawnSync(
    'sh',
    ['-c', '"$0" dist/cli.js rules --format json | head -n 1', process.execPath],
    { cwd: root, encoding: 'utf8', env: environment },
  );
  assert.deepEqual([stdout, stderr], ['[\n', '']);
});
