// The command line under the Node that the workbench brings, which is newer than the oldest that Plugboard supports.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { root } from '../../../scripts/workbench.mjs';
import { workbenchPaths } from '../../../scripts/workbenchInstall.mjs';

function plugboard(node, ...args) {
  const { status, stdout, stderr } = spawnSync(node, ['dist/cli.js', ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

for (const [status, ...args] of [
  [0, '--version'],
  [2, 'chek'],
  [1, 'check', 'sample'],
  [0, 'effective', 'sample'],
  [0, 'surfaces', 'sample'],
  [0, 'convert', 'sample/fleet.json', '--to', 'reg'],
  [0, 'rules', '--format', 'json'],
])
  test(`plugboard ${args.join(' ')}: a newer Node says the same and nothing else`, () => {
    const newer = plugboard(workbenchPaths.node, ...args);
    assert.equal(newer.status, status, newer.stderr);
    if (status !== 2) assert.equal(newer.stderr, '');
    assert.deepEqual(newer, plugboard(process.execPath, ...args));
  });
