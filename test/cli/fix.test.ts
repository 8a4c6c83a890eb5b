import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../support/root.ts';
import { samples } from '../support/samples.ts';
import { check, folderOf, plugboard } from './support.ts';

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => fs.statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, fs.readFileSync(path.join(folder, name), 'latin1')]),
  );

test('the sample: what is safe is mended, and a second run has nothing to do', (t) => {
  const folder = folderOf(t, {});
  fs.cpSync(path.join(root, 'sample'), folder, { recursive: true });
  const before = check(folder).problems;
  plugboard(folder, 'check', '--fix');
  const after = check(folder).problems;
  assert.ok(after.length < before.length);
  assert.ok(!after.some(({ rule }) => /syntax$|transport-instead/.test(rule)));
  const once = filesIn(folder);
  plugboard(folder, 'check', '--fix');
  assert.deepEqual(filesIn(folder), once);
});

test('files without findings are not touched', (t) => {
  const folder = folderOf(t, samples);
  const before = filesIn(folder);
  assert.match(plugboard(folder, 'check', '--fix').out, /^Fixed 0 problems\./m);
  assert.deepEqual(filesIn(folder), before);
});

test('encoding, byte order mark, line ends and mode stay', (t) => {
  const text = '{\r\n  "mcpServers": { "ä": { "transport": "http", "url": "https://x.example.com" } }\r\n}\r\n';
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    'org-plugins/p/.mcp.json': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'org-plugins/q/.claude-plugin/plugin.json': '{ "name": "q" }',
    'org-plugins/q/.mcp.json': `\ufeff${text}`,
  });
  fs.chmodSync(path.join(folder, 'org-plugins/q/.mcp.json'), 0o640);
  plugboard(folder, 'check', '--fix');
  const fixed = text.replace('"transport"', '"type"');
  assert.equal(fs.readFileSync(path.join(folder, 'org-plugins/p/.mcp.json'), 'utf16le'), `\ufeff${fixed}`);
  assert.equal(fs.readFileSync(path.join(folder, 'org-plugins/q/.mcp.json'), 'utf8'), `\ufeff${fixed}`);
  assert.equal(fs.statSync(path.join(folder, 'org-plugins/q/.mcp.json')).mode & 0o777, 0o640);
});

test('only what was asked for is changed, and nothing is overwritten by a rename', (t) => {
  const folder = folderOf(t, {});
  fs.cpSync(path.join(root, 'sample/org-plugins'), path.join(folder, 'org-plugins'), { recursive: true });
  const before = filesIn(folder);
  plugboard(folder, 'check', '--fix', 'org-plugins/crane-log/skills');
  const changed = Object.entries(filesIn(folder)).filter(([name, text]) => before[name] !== text);
  assert.deepEqual(
    changed.map(([name]) => name),
    ['org-plugins/crane-log/skills/log-lift/SKILL.md'],
  );
});

test('a file with two names is mended once', (t) => {
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    'org-plugins/p/.mcp.json': '{ "mcpServers": { "a": { "transport": "http", "url": "https://x.example.com" } } }\n',
    'org-plugins/q/.claude-plugin/plugin.json': '{ "name": "q" }',
  });
  fs.symlinkSync('../p/.mcp.json', path.join(folder, 'org-plugins/q/.mcp.json'));
  plugboard(folder, 'check', '--fix');
  const text = fs.readFileSync(path.join(folder, 'org-plugins/p/.mcp.json'), 'utf8');
  assert.equal(text, '{ "mcpServers": { "a": { "type": "http", "url": "https://x.example.com" } } }\n');
  assert.ok(fs.lstatSync(path.join(folder, 'org-plugins/q/.mcp.json')).isSymbolicLink());
});

test('a value that goes on behind an empty line is mended without loss of a field', (t) => {
  const agent = 'org-plugins/p/agents/reviewer.md';
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p", "description": "P.", "version": "1.0.0" }',
    [agent]:
      '---\nname: reviewer\ndescription: Reviews code. Use when: asked.\n\n  It reports what it finds.\nmodel: sonnet\n---\nYou review code.\n',
  });
  plugboard(folder, 'check', '--fix');
  const lines = fs.readFileSync(path.join(folder, agent), 'utf8').split('\n');
  assert.deepEqual(
    lines.filter((line) => /^\w/.test(line)),
    ['name: reviewer', 'description: |-', 'model: sonnet', 'You review code.'],
  );
});

const misspelled = '---\nname: a\ndescription: Does a. Use when asked.\nallowed_tools: Read\n---\nDo a.\n';

test('nothing is written through a link that leads out of what was asked for', (t) => {
  const away = folderOf(t, {
    'real.md': misspelled,
    'skills/b/SKILL.md': misspelled,
    'whole/.claude-plugin/plugin.json': '{ "name": "whole", "description": "W.", "version": "1.0.0" }',
    'whole/skills/a/SKILL.md': misspelled,
  });
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p", "description": "P.", "version": "1.0.0" }',
    'org-plugins/p/skills/c/SKILL.md': misspelled.replace('name: a', 'name: c'),
  });
  fs.mkdirSync(path.join(folder, 'org-plugins/p/skills/a'));
  fs.symlinkSync(path.join(away, 'real.md'), path.join(folder, 'org-plugins/p/skills/a/SKILL.md'));
  fs.symlinkSync(path.join(away, 'skills/b'), path.join(folder, 'org-plugins/p/skills/b'));
  // A plugin that is a link is checked, since the app follows it.
  fs.symlinkSync(path.join(away, 'whole'), path.join(folder, 'org-plugins/whole'));
  const { err } = plugboard(folder, 'check', '--fix');
  assert.match(
    err,
    /org-plugins\/whole\/skills\/a\/SKILL\.md is reached through a link that leads outside the given paths/,
  );
  for (const name of ['real.md', 'whole/skills/a/SKILL.md']) {
    assert.equal(fs.readFileSync(path.join(away, name), 'utf8'), misspelled);
  }
  assert.equal(fs.readFileSync(path.join(away, 'skills/b/SKILL.md'), 'utf8'), misspelled);
  assert.match(fs.readFileSync(path.join(folder, 'org-plugins/p/skills/c/SKILL.md'), 'utf8'), /allowed-tools/);
});

test('a file that cannot be written is named, the others are mended, and the run fails', (t) => {
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p", "description": "P.", "version": "1.0.0" }',
    'org-plugins/p/skills/a/SKILL.md': misspelled,
    'org-plugins/p/skills/c/SKILL.md': misspelled.replace('name: a', 'name: c'),
  });
  const draft = path.join(folder, 'org-plugins/p/skills/a');
  // Root may write anything, so the run uses another user in that case.
  fs.chmodSync(draft, 0o555);
  if (process.getuid?.() === 0) {
    fs.chmodSync(folder, 0o755);
    spawnSync('chown', ['-R', 'nobody', folder]);
  }
  const run = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'check', '--fix'], {
    cwd: folder,
    encoding: 'utf8',
    ...(process.getuid?.() === 0 && { uid: 65534 }),
  });
  fs.chmodSync(draft, 0o755);
  assert.equal(run.status, 2, run.stderr);
  assert.match(run.stderr, /^plugboard: org-plugins\/p\/skills\/a\/SKILL\.md cannot be changed: permission denied$/m);
  assert.match(run.stdout, /^Fixed 1 problem\./m);
  assert.match(fs.readFileSync(path.join(folder, 'org-plugins/p/skills/c/SKILL.md'), 'utf8'), /allowed-tools/);
});

const profile = (key: string, element: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n<dict>\n<key>PayloadContent</key>\n<array>\n<dict>\n<key>PayloadType</key>\n<string>com.anthropic.claudefordesktop</string>\n<key>inferenceProvider</key>\n<string>anthropic</string>\n<key>${key}</key>\n${element}\n</dict>\n</array>\n</dict>\n</plist>\n`;

test('a fix of a native structure takes its problem away, for unknown keys, other types and unfinished elements too', (t) => {
  const elements = [
    '<dict><key>a</key><string>b</string></dict>',
    '<dict>',
    '<dict/>',
    '<dict></dict',
    '<dict><key>a</key><dict></dict>',
    '<dict><key>a</key><string>b</dict>',
    '<array><dict/></array>',
    '<array>',
  ];
  const names = elements.flatMap((element) => ['whateverThisIs', 'managedMcpServers'].map((key) => [key, element]));
  const files = names.map(([key = '', element = ''], at) => [`${at}.mobileconfig`, profile(key, element)] as const);
  const folder = folderOf(t, Object.fromEntries(files));
  plugboard(folder, 'check', '--fix');
  assert.match(fs.readFileSync(path.join(folder, '0.mobileconfig'), 'utf8'), /<string>\{"a":"b"\}<\/string>/);
  assert.match(fs.readFileSync(path.join(folder, '1.mobileconfig'), 'utf8'), /<string>\{"a":"b"\}<\/string>/);
  const left = check(folder).problems.filter(({ rule }) => rule === 'policy/profile-native-structure');
  assert.deepEqual(
    left.filter(({ fixes }) => fixes.length > 0),
    [],
  );
});
