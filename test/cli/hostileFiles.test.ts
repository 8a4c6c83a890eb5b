import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { catastrophic, yamlBomb } from '../support/hostile/texts.ts';
import { watchedRun } from '../support/hostile/watchedProcess.ts';
import { badPolicy, folderOf } from './support.ts';

const manifest = '{ "name": "p", "description": "P.", "version": "1.0.0" }';
const plugin = { 'org-plugins/p/.claude-plugin/plugin.json': manifest };
const skill = '---\nname: a\ndescription: Does a. Use when asked.\nallowed_tools: Read\n---\nDo a.\n';
const onWindows = process.platform === 'win32';
const nobody = process.getuid?.() === 0 ? 65534 : undefined;

test('a file that vanishes while it is read is as if it had never been there', (t) => {
  const folder = folderOf(t, { ...plugin, 'org-plugins/p/skills/a/SKILL.md': skill, 'policy.json': badPolicy });
  const { code, out, err } = watchedRun(t, folder, ['check'], { vanishing: 'skills/a/SKILL.md' });
  assert.deepEqual([code, err], [1, '']);
  assert.match(out, /policy\/server-url-https/);
  assert.doesNotMatch(out, /near-miss-key/);
});

test('a file that vanishes before it is fixed is not created again, and the others are fixed', (t) => {
  const folder = folderOf(t, {
    ...plugin,
    'org-plugins/p/skills/a/SKILL.md': skill,
    'org-plugins/p/skills/b/SKILL.md': skill.replaceAll('a', 'b').replace('bllowed', 'allowed'),
  });
  const { code, err } = watchedRun(t, folder, ['check', '--fix'], { vanishing: 'skills/a/SKILL.md' });
  assert.ok(code === 0 || code === 1, `${code}`);
  assert.doesNotMatch(err, /unexpected/);
  assert.ok(!fs.existsSync(path.join(folder, 'org-plugins/p/skills/a/SKILL.md')));
});

test('a workspace that is itself a link is checked like the folder', {
  skip: onWindows && 'links need a right',
}, (t) => {
  const folder = folderOf(t, { 'real/policy.json': badPolicy, 'real/org-plugins/p/.mcp.json': '{' });
  fs.symlinkSync('real', path.join(folder, 'link'));
  const through = watchedRun(t, folder, ['check', 'link']);
  const direct = watchedRun(t, folder, ['check', 'real']);
  assert.equal(through.out.replaceAll('link/', 'real/'), direct.out);
  assert.equal(watchedRun(t, path.join(folder, 'link'), ['check']).code, 1);
});

test('pipes and devices are left alone, and waiting for them never happens', {
  skip: onWindows && 'none there',
}, (t) => {
  const folder = folderOf(t, { ...plugin, 'policy.json': badPolicy });
  spawnSync('mkfifo', [path.join(folder, 'org-plugins/p/.mcp.json'), path.join(folder, 'fleet.mobileconfig')]);
  fs.symlinkSync('/dev/zero', path.join(folder, 'org-plugins/p/version.json'));
  fs.symlinkSync('/dev/tty', path.join(folder, 'more.json'));
  const { code, out } = watchedRun(t, folder, ['check']);
  assert.equal(code, 1);
  assert.match(out, /policy\/server-url-https/);
});

test('a folder that nobody may read is named, and fails the run', {
  skip: onWindows && 'no such modes there',
}, (t) => {
  const folder = folderOf(t, { 'policy.json': badPolicy, 'org-plugins/p/.mcp.json': '{' });
  fs.chmodSync(folder, 0o755);
  fs.chmodSync(path.join(folder, 'org-plugins/p'), 0);
  const { code, out, err } = watchedRun(t, folder, ['check'], { ...(nobody !== undefined && { uid: nobody }) });
  fs.chmodSync(path.join(folder, 'org-plugins/p'), 0o755);
  assert.equal(code, 2);
  assert.match(err, /^plugboard: org-plugins\/p cannot be read: permission denied$/m);
  assert.match(out, /policy\/server-url-https/);
});

test('a hundred thousand files next to a plugin are listed once, and none of them is read', (t) => {
  const folder = folderOf(t, { ...plugin, 'org-plugins/p/.mcp.json': '{ "mcpServers": {} }' });
  fs.mkdirSync(path.join(folder, 'data'));
  for (let i = 0; i < 100_000; i++) fs.closeSync(fs.openSync(path.join(folder, 'data', `${i}.txt`), 'w'));
  const { code, deeds } = watchedRun(t, folder, ['check']);
  assert.equal(code, 0);
  assert.ok(deeds.reads < 50, `${deeds.reads} files were read`);
  assert.ok(deeds.folders < 20, `${deeds.folders} folders were listed`);
});

test('a file of 200 MB is named and not read; data of this size is ignored', (t) => {
  const folder = folderOf(t, { ...plugin, 'fleet.mobileconfig': '', 'data.json': '', 'org-plugins/p/.mcp.json': '' });
  for (const name of ['fleet.mobileconfig', 'data.json', 'org-plugins/p/.mcp.json'])
    fs.truncateSync(path.join(folder, name), 200_000_000);
  const { code, err } = watchedRun(t, folder, ['check']);
  assert.equal(code, 2);
  assert.deepEqual(err.trim().split('\n').sort(), [
    'plugboard: fleet.mobileconfig is larger than 16 MB and was not read',
    'plugboard: org-plugins/p/.mcp.json is larger than 16 MB and was not read',
  ]);
});

test('YAML bombs, deep nesting, NUL and catastrophic patterns are text like any other', (t) => {
  const matcher = (pattern: string) => ({ matcher: pattern, hooks: [{ type: 'command', command: 'true' }] });
  const hooks = { hooks: { PreToolUse: catastrophic.map(matcher) } };
  const folder = folderOf(t, {
    ...plugin,
    'org-plugins/p/skills/bomb/SKILL.md': `---\nname: bomb\ndescription: B.\n${yamlBomb}\n---\nDo.\n`,
    'org-plugins/p/skills/deep/SKILL.md': `---\nname: deep\ndescription: ${'['.repeat(100_000)}\n---\nDo.\n`,
    'org-plugins/p/agents/nul.md': '---\nname: a\0b\ndescription: N.\n---\n',
    'org-plugins/p/agents/long.md': `---\nname: long\ndescription: L.\ntools: ${'a'.repeat(50_000)}!\n---\n`,
    'org-plugins/p/hooks/hooks.json': JSON.stringify(hooks),
    'org-plugins/p/.mcp.json': `{"mcpServers":${'{"a":'.repeat(100_000)}`,
    'policy.json': `{ "inferenceProvider": "anthropic", "managedMcpServers": ${'['.repeat(100_000)} }`,
    'fleet.plist': `<plist version="1.0">${'<dict><key>inferenceProvider</key>'.repeat(100_000)}`,
  });
  for (const command of ['check', 'effective', 'surfaces']) {
    const { code, err } = watchedRun(t, folder, [command]);
    assert.notEqual(code, null, `${command} ends`);
    assert.doesNotMatch(err, /unexpected|^\s+at /m, command);
  }
  assert.match(watchedRun(t, folder, ['check']).err, /agents\/nul\.md is not text/);
});

test('UTF-16 without a mark, lone surrogates and half characters are named or read as the app reads them', (t) => {
  const folder = folderOf(t, {
    ...plugin,
    'unmarked.mobileconfig': Buffer.from('<plist version="1.0"></plist>', 'utf16le'),
    'odd.reg': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Windows', 'utf16le'), Buffer.from([0x41])]),
    'org-plugins/p/.mcp.json':
      '{ "mcpServers": { "\\ud800": { "type": "http", "url": "https://a.example/\\udfff" } } }',
    'org-plugins/p/agents/half.md': Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80, 0x0a]),
  });
  const { code, err } = watchedRun(t, folder, ['check']);
  assert.equal(code, 2);
  const named = err.trim().split('\n').sort();
  assert.match(named[0] ?? '', /odd\.reg is not text in UTF-8, or in UTF-16 with a byte order mark$/);
  assert.match(named[1] ?? '', /agents\/half\.md is not valid UTF-8; the app reads the broken characters as U\+FFFD$/);
  assert.match(named[2] ?? '', /unmarked\.mobileconfig is not text/);
});
