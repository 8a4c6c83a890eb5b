import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../support/root.ts';
import { samples } from '../support/samples.ts';
import { badPolicy, check, folderOf, plugboard } from './support.ts';

test('a folder with nothing of ours is not passed off as checked', (t) => {
  const folder = folderOf(t, { 'a.txt': 'a' });
  const { code, problems, err } = check(folder);
  assert.deepEqual([code, problems], [2, []]);
  assert.match(err, /\. contains no plugin or policy files/);
  const shown = plugboard(folder, 'check');
  assert.equal(shown.code, 2);
  assert.match(shown.out, /No plugin or policy files/);
});

test('a named file that is not checked is refused, with what it may be', (t) => {
  const folder = folderOf(t, {
    ...samples,
    'fleet/typo.json': '{ "inferenceProvder": "vertex" }',
    'notes.txt': 'notes',
    'org-plugins/pilot/scripts/check.sh': 'echo checked\n',
  });
  const typo = check(folder, 'fleet/typo.json');
  assert.equal(typo.code, 2);
  assert.match(typo.err, /typo\.json was not checked: .* Did you mean inferenceProvider instead of inferenceProvder\?/);
  fs.mkdirSync(path.join(folder, 'empty'));
  const empty = check(folder, 'org-plugins', 'empty');
  assert.equal(empty.code, 2);
  assert.match(empty.err, /empty contains no plugin or policy files/);
  const notes = check(folder, '.', 'notes.txt');
  assert.equal(notes.code, 2);
  assert.match(notes.err, /notes\.txt was not checked: it is neither a policy nor a file of a plugin/);
  assert.equal(check(folder, '.', 'org-plugins/pilot/scripts/check.sh').code, 0);
});

test('links that lead in circles, nowhere, and to a folder elsewhere: only a whole plugin is followed', (t) => {
  const elsewhere = folderOf(t, {
    '.claude-plugin/plugin.json': '{ "name": "whole", "description": "Whole.", "version": "1.0.0" }',
    'skills/far/SKILL.md': '---\nname: far\ndescription: Far away.\nallowed_tools: Read\n---\nFar.\n',
  });
  const folder = folderOf(t, samples);
  const plugin = path.join(folder, 'org-plugins/pilot');
  fs.symlinkSync('..', path.join(plugin, 'up'));
  fs.symlinkSync('.', path.join(plugin, 'self'));
  fs.symlinkSync('b', path.join(plugin, 'a'));
  fs.symlinkSync('a', path.join(plugin, 'b'));
  fs.symlinkSync('nowhere.md', path.join(plugin, 'agents/gone.md'));
  fs.symlinkSync(path.join(elsewhere, 'skills/far'), path.join(plugin, 'skills/far'));
  fs.symlinkSync(elsewhere, path.join(folder, 'org-plugins/whole'));
  const { code, problems, err } = check(folder);
  assert.equal(code, 0, err);
  assert.deepEqual(
    problems.map(({ file, rule }) => [file, rule]).filter(([, rule]) => rule === 'skill/near-miss-key'),
    [['org-plugins/whole/skills/far/SKILL.md', 'skill/near-miss-key']],
  );
});

test('names with blanks, percent signs and letters of the world', (t) => {
  const names = ['a b', '100%25', 'größe #1', '日本', "it's (x)"];
  const { problems } = check(folderOf(t, Object.fromEntries(names.map((name) => [`${name}/policy.json`, badPolicy]))));
  const files = problems.filter(({ rule }) => rule === 'policy/server-url-https').map(({ file }) => file);
  assert.deepEqual(files.sort(), names.map((name) => `${name}/policy.json`).sort());
});

test('node_modules and .git are not entered, unless they are asked for', (t) => {
  const folder = folderOf(t, {
    'node_modules/p/policy.json': badPolicy,
    '.git/policy.json': badPolicy,
    'a.json': '{}',
  });
  assert.equal(check(folder).documents, 0);
  assert.equal(check(folder, 'node_modules/p').documents, 1);
});

test('UTF-8 with a mark and UTF-16 are read; what is no text is named', (t) => {
  const little = Buffer.from(`\ufeff${badPolicy}`, 'utf16le');
  const folder = folderOf(t, {
    'marked/policy.json': `\ufeff${badPolicy}`,
    'little/policy.json': little,
    'big/policy.json': Buffer.from(little).swap16(),
  });
  const found = check(folder).problems.filter(({ rule }) => rule === 'policy/server-url-https');
  assert.deepEqual(
    found.map(({ file, range }) => [file, range.start.line]),
    [
      ['big/policy.json', 3],
      ['little/policy.json', 3],
      ['marked/policy.json', 3],
    ],
  );
  const { code, err } = plugboard(
    folderOf(t, { '.mcp.json': Buffer.from([0x7b, 0x00, 0x7d]), 'p.json': '{}' }),
    'check',
    '.mcp.json',
  );
  assert.equal(code, 2);
  assert.equal(err, 'plugboard: .mcp.json is not text in UTF-8, or in UTF-16 with a byte order mark\n');
});

test('a signed profile is named as such, with the command that unwraps it', (t) => {
  // The head of CMS signed data in definite (macOS) and indefinite (streaming) lengths.
  for (const head of ['3082058506092a864886f70d010702a0820576', '308006092a864886f70d010702a080308002'])
    for (const command of ['check', 'convert --to json', 'effective --policy']) {
      const [name = '', ...rest] = command.split(' ');
      const { code, err } = plugboard(
        folderOf(t, { 'fleet.mobileconfig': Buffer.from(head.padEnd(80, '0'), 'hex') }),
        name,
        ...rest,
        'fleet.mobileconfig',
      );
      assert.equal(code, 2, command);
      assert.match(
        err,
        /fleet\.mobileconfig is a signed profile, which cannot be read\. Write its content .*security cms -D/,
      );
    }
});

test('broken texts are findings, not accidents', (t) => {
  const broken = {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p", ',
    'org-plugins/p/.mcp.json': '[[[[[[[[',
    'org-plugins/p/hooks/hooks.json': '',
    'org-plugins/p/skills/s/SKILL.md': '---\n: : :\n\t- [\n---',
    'org-plugins/p/agents/a.md': '---',
    'org-plugins/p/version.json': '"\\u12',
  };
  const { code, problems } = check(folderOf(t, broken));
  assert.equal(code, 1);
  assert.ok(problems.some(({ rule }) => rule === 'plugin/syntax'));
});

test('a file of ten megabytes, and one that nests deeply', (t) => {
  const servers = Array.from(
    { length: 60_000 },
    (_, i) =>
      `    "s${i}": { "type": "http", "url": "https://s${i}.example.com/mcp", "headers": { "X-Number": "${'0'.repeat(90)}" } }`,
  );
  const text = `{\n  "mcpServers": {\n${servers.join(',\n')}\n  }\n}\n`;
  assert.ok(text.length > 10_000_000);
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    'org-plugins/p/.mcp.json': text,
  });
  assert.equal(check(folder).code, 0);
  const deep = folderOf(t, { '.mcp.json': `{"mcpServers":${'['.repeat(100_000)}` });
  assert.equal(check(deep).code, 1);
});

test('sockets and pipes are left alone', async (t) => {
  const folder = folderOf(t, { 'policy.json': badPolicy });
  const server = net.createServer().listen(path.join(folder, '.mcp.json'));
  await new Promise((resolve) => server.on('listening', resolve));
  const { documents } = check(folder);
  server.close();
  assert.equal(documents, 1);
});

const unreadable = process.platform === 'linux' ? false : 'needs a file that nobody can read, which only linux has';
test('a file that cannot be read is named, the rest is checked', { skip: unreadable }, (t) => {
  const folder = folderOf(t, { 'policy.json': badPolicy });
  fs.symlinkSync('/proc/self/mem', path.join(folder, '.mcp.json'));
  const { code, documents, err } = check(folder);
  assert.deepEqual([code, documents], [2, 1]);
  assert.match(err, /^plugboard: \.mcp\.json cannot be read: [^\n]+\n$/);
});

test('no secret and no control character gets out, in any format', (t) => {
  const secret = 'ghp_0123456789abcdefghijABCDEFGHIJ012345';
  const folder = folderOf(t, {
    'org-plugins/p/.claude-plugin/plugin.json': '{ "name": "p" }',
    'org-plugins/p/.mcp.json': `{ "mcpServers": { "s": { "tipe": "${secret}", "url": "http://joe:hunter22@x.example.com", "headers": { "Authorization": "Bearer abcdefgh12345" } }, "\u001b[31m${secret}": { "typ": "http" } } }\n`,
  });
  for (const format of ['text', 'json', 'sarif', 'github']) {
    const { out } = plugboard(folder, 'check', '--format', format);
    assert.ok(out.length > 0);
    assert.doesNotMatch(out, /ghp_0123|hunter22|abcdefgh12345/, format);
    assert.ok(!out.includes('\u001b'), format);
  }
});

test('a named file is judged in its workspace, and reported alone', (t) => {
  const policy = `{
  "inferenceProvider": "anthropic",
  "managedMcpServers": [],
  "orgPluginSettings": [{ "pluginName": "desk", "toolPolicies": [{ "serverName": "berths", "toolName": "list", "policy": "allow" }] }]
}`;
  const server = (name: string) =>
    JSON.stringify({ mcpServers: { [name]: { type: 'http', url: `https://${name}.example.com/mcp` } } });
  const manifest = (name: string) => JSON.stringify({ name, version: '1.0.0', description: 'A plugin.' });
  const folder = folderOf(t, {
    '.git/HEAD': 'ref: refs/heads/main\n',
    'fleet.json': policy,
    'org-plugins/desk/.claude-plugin/plugin.json': manifest('desk'),
    'org-plugins/desk/.mcp.json': server('berths'),
    'org-plugins/tables/.claude-plugin/plugin.json': manifest('tables'),
    'org-plugins/tables/.mcp.json': server('tides'),
    'node_modules/p/policy.json': badPolicy,
  });
  const named = ['fleet.json', 'org-plugins/tables/.mcp.json'];
  const whole = check(folder).problems.filter(({ file }) => named.includes(file));
  const alone = check(folder, ...named);
  assert.deepEqual(alone.problems, whole);
  assert.equal(alone.documents, 2);
  assert.equal(check(folder, 'node_modules/p/policy.json').documents, 1);
  assert.deepEqual(
    check(path.join(folder, 'org-plugins'), '../fleet.json').problems.map(({ rule }) => rule),
    whole.filter(({ file }) => file === 'fleet.json').map(({ rule }) => rule),
  );
});

test('each pair of a policy and a file of the sample has the findings that the whole sample has', () => {
  const sample = path.join(root, 'sample');
  const whole = check(sample).problems;
  for (const file of ['org-plugins/tide-tables/.mcp.json', 'org-plugins/berth-desk/agents/dispatcher.md']) {
    const expected = whole.filter((problem) => problem.file === file || problem.file === 'fleet.json');
    assert.deepEqual(check(sample, 'fleet.json', file).problems, expected, file);
  }
});
