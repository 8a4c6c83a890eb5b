import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { badPolicy, check, folderOf, plugboard } from './support.ts';

const onWindows = process.platform === 'win32';

test('a socket with the name of a policy is never read, and no command takes it for one', {
  skip: onWindows && 'sockets are no files there',
}, async (t) => {
  const folder = folderOf(t, { 'other/policy.json': badPolicy });
  const server = net.createServer(() => assert.fail('somebody connected')).listen(path.join(folder, 'fleet.json'));
  await once(server, 'listening');
  t.after(() => server.close());
  for (const args of [
    ['effective', '--policy', 'fleet.json'],
    ['diff', 'fleet.json', 'profile:standard'],
    ['convert', 'fleet.json', '--to', 'reg'],
  ]) {
    const { code, out, err } = plugboard(folder, ...args);
    assert.deepEqual([code, out, err], [2, '', 'plugboard: fleet.json is not a regular file\n']);
  }
  assert.equal(plugboard(folder, 'check', 'fleet.json').code, 2);
  const doctor = plugboard(folder, 'doctor', '--root', 'fleet.json');
  assert.deepEqual([doctor.code, doctor.err], [2, 'plugboard: no such folder: fleet.json\n']);
  // Beside other files it is passed over.
  assert.deepEqual(
    check(folder, '.').problems.map(({ file }) => file),
    check(folder, 'other').problems.map(({ file }) => file),
  );
});

test('policies whose names differ only in case are two files, where the disk has two', (t) => {
  const folder = folderOf(t, { 'Policy.json': badPolicy, 'policy.json': badPolicy, 'POLICY.json': badPolicy });
  const files = new Set(check(folder, '.').problems.map(({ file }) => file));
  const isSensitive = process.platform === 'linux';
  assert.equal(files.size, isSensitive ? 3 : 1);
  if (isSensitive)
    assert.equal(plugboard(folder, 'effective', '--format', 'json').code, 2, 'the command line asks which one');
});
