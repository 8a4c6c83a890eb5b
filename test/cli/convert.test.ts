import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { folderOf, plugboard } from './support.ts';

const policy =
  '{ "inferenceProvider": "anthropic", "isLocalDevMcpEnabled": false, "disabledBuiltinTools": ["WebSearch"] }\n';

test('a policy goes through all formats and comes back', (t) => {
  const folder = folderOf(t, { 'policy.json': policy });
  const steps = [
    ['policy.json', 'mobileconfig', 'a.mobileconfig'],
    ['a.mobileconfig', 'reg', 'b.reg'],
    ['b.reg', 'plist', 'c.plist'],
    ['c.plist', 'linux', 'd.json'],
    ['d.json', 'json', 'e.json'],
  ] as const;
  for (const [from, to, output] of steps) {
    const { code, out, err } = plugboard(folder, 'convert', from, '--to', to, '--output', output);
    assert.deepEqual([code, out, err], [0, '', ''], `${from} to ${to}`);
  }
  assert.deepEqual(JSON.parse(fs.readFileSync(path.join(folder, 'e.json'), 'utf8')), JSON.parse(policy));
  const bytes = fs.readFileSync(path.join(folder, 'b.reg'));
  assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xfe]);
  assert.match(
    bytes.toString('utf16le', 2),
    /^Windows Registry Editor Version 5\.00\r\n\r\n\[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude\]\r\n/,
  );
});

test('without --output the result goes to standard output, always the same', (t) => {
  const folder = folderOf(t, { 'policy.json': policy });
  const run = () =>
    plugboard(folder, 'convert', 'policy.json', '--to', 'mobileconfig', '--identifier', 'example.harbour');
  assert.match(run().out, /<key>PayloadIdentifier<\/key>\s*<string>example\.harbour<\/string>/);
  assert.equal(run().out, run().out);
});

test('a file that is there is replaced only when asked', (t) => {
  const folder = folderOf(t, { 'policy.json': policy, 'there.json': 'mine' });
  const refused = plugboard(folder, 'convert', 'policy.json', '--to', 'json', '--output', 'there.json');
  assert.equal(refused.code, 2);
  assert.match(refused.err, /there\.json already exists; --force replaces it/);
  assert.equal(fs.readFileSync(path.join(folder, 'there.json'), 'utf8'), 'mine');
  assert.equal(
    plugboard(folder, 'convert', 'policy.json', '--to', 'json', '--output', 'there.json', '--force').code,
    0,
  );
});

test('what the new file leaves out is said', (t) => {
  const both = [
    'Windows Registry Editor Version 5.00',
    '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Claude]',
    '"isLocalDevMcpEnabled"="false"',
    '[HKEY_CURRENT_USER\\SOFTWARE\\Policies\\Claude]',
    '"chatTabEnabled"="false"',
    '"banner"=hex(2):41,00,00,00',
  ].join('\r\n');
  const { code, out, err } = plugboard(folderOf(t, { 'policy.reg': both }), 'convert', 'policy.reg', '--to', 'json');
  assert.equal(code, 0);
  assert.deepEqual(JSON.parse(out), { isLocalDevMcpEnabled: false, chatTabEnabled: false });
  assert.match(err, /both hives/);
  assert.match(err, /banner/);
});

test('wrong use and unreadable input are one line, exit code 2', (t) => {
  const folder = folderOf(t, {
    'policy.json': policy,
    'broken.json': '{ "isLocalDevMcpEnabled": tru }',
    'other.json': '5',
    'package.json': '{ "name": "x" }',
  });
  const said = (...args: string[]) => {
    const { code, err } = plugboard(folder, 'convert', ...args);
    assert.equal(code, 2, args.join(' '));
    assert.equal(err.trimEnd().split('\n').length, 1);
    return err;
  };
  assert.match(said(), /name one policy/);
  assert.match(said('policy.json'), /--to: json, mobileconfig, plist, reg, linux/);
  assert.match(said('policy.json', '--to', 'yaml'), /not 'yaml'/);
  assert.match(said('none.json', '--to', 'json'), /no such file/);
  assert.match(said('broken.json', '--to', 'json'), /broken\.json:1:27/);
  assert.match(said('other.json', '--to', 'json'), /not contain a policy/);
  assert.match(said('package.json', '--to', 'reg'), /package\.json: The file does not contain a policy/);
});
