import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../support/root.ts';

test('no regular expression of the product takes more than linear time', () => {
  const run = spawnSync(process.execPath, [path.join(root, 'scripts/regexes.mjs')], { encoding: 'utf8' });
  assert.equal(run.status, 0, run.stdout + run.stderr);
  assert.equal(run.stdout + run.stderr, '');
});
