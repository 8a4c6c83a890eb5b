import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { git, history, server, write } from './diffHistory.ts';
import { folderOf, plugboard } from './support.ts';

interface Compared {
  readonly old: { readonly name: string; readonly commit: string | null };
  readonly new: { readonly name: string; readonly commit: string | null };
  readonly sourceChanges: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly {
    readonly class: string;
    readonly server: string | null;
    readonly tools: readonly string[];
    readonly surfaces: readonly string[];
    readonly before: { readonly is: string; readonly word: string };
    readonly after: { readonly is: string; readonly word: string };
    readonly mistake: string | null;
    readonly cause: {
      readonly line: { readonly sign: string; readonly text: string } | null;
      readonly origin: { readonly file: string; readonly range: { readonly start: { readonly line: number } } } | null;
    };
  }[];
}

const tools = JSON.stringify({
  docs: [
    'read_page',
    { name: 'update_page', annotations: { readOnlyHint: false } },
    { name: 'delete_page', annotations: { destructiveHint: true } },
  ],
  review: ['get', 'post'],
});

function diff(cwd: string, ...args: readonly string[]): Compared {
  const { code, out, err } = plugboard(cwd, 'diff', '--format', 'json', '--date', '2026-11-21', ...args);
  assert.equal(code, 0, err);
  return JSON.parse(out) as Compared;
}

const classes = ({ changes }: Compared): string[] => [...new Set(changes.map((change) => change.class))];

/** Creates a repository with one commit for each set of files. */
function repository(t: TestContext, ...commits: readonly Readonly<Record<string, string | Buffer>>[]): string {
  const folder = folderOf(t, { 'tools.json': tools });
  git(folder, 'init', '-q', '-b', 'main', '.');
  for (const [i, files] of commits.entries()) {
    for (const [name, content] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), content);
    }
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', `${i}`);
  }
  return folder;
}

const policyOf = (toolPolicy: Record<string, string>, more: object = {}) =>
  JSON.stringify({ inferenceProvider: 'vertex', managedMcpServers: [server('docs', toolPolicy)], ...more }, null, 2);
const [asks, allows] = [policyOf({ update_page: 'ask' }), policyOf({ update_page: 'allow' })];

test('a history of thirty-three commits: each makes the changes that it should', (t) => {
  assert.equal(history.length, 33);
  const folder = folderOf(t, { 'tools.json': tools });
  git(folder, 'init', '-q', '-b', 'main', '.');
  for (const { does, apply } of history) {
    apply(folder);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', does);
  }
  for (const [i, { does, makes }] of history.entries()) {
    if (i === 0) continue;
    const back: number = history.length - 1 - i;
    const compared = diff(folder, `HEAD~${back + 1}`, `HEAD~${back}`, '--tools', 'tools.json');
    assert.deepEqual(classes(compared), makes, does);
    assert.equal(compared.new.commit, git(folder, 'rev-parse', `HEAD~${back}`));
  }
  const all = diff(folder, 'HEAD~32', '--tools', 'tools.json');
  assert.deepEqual([all.new.name, all.new.commit, all.sourceChanges], ['working tree', null, true]);
});

test('the working tree, an older revision, folders, policies and profiles', (t) => {
  const folder = repository(t, { 'fleet.json': asks }, { 'fleet.json': allows });
  assert.deepEqual(classes(diff(folder, 'HEAD')), []);
  assert.deepEqual(classes(diff(folder, 'HEAD~1')), ['looser']);
  assert.deepEqual(classes(diff(folder, 'HEAD', 'main~1')), ['stricter']);
  write(folder, 'fleet.json', policyOf({ update_page: 'blocked' }));
  assert.deepEqual(classes(diff(folder, 'HEAD', 'WORKTREE')), ['stricter']);
  assert.deepEqual(classes(diff(folder, 'HEAD:fleet.json', 'HEAD~1:fleet.json')), ['stricter']);

  const other = folderOf(t, { 'a/p.json': asks, 'b/q.json': allows, 'lone.json': asks });
  const [change] = diff(other, 'a', 'b').changes;
  assert.deepEqual([change?.class, change?.cause.origin?.file], ['looser', 'b/q.json']);
  assert.deepEqual(change?.cause.line, { sign: '+', text: '"update_page": "allow"' });
  assert.deepEqual(classes(diff(other, 'lone.json', 'b/q.json')), ['looser']);
  assert.deepEqual(classes(diff(other, 'lone.json', 'a')), []);
  assert.ok(classes(diff(other, 'profile:locked-down', 'lone.json')).includes('newly-active'));
});

test('below the top of a repository only the current folder counts', (t) => {
  const folder = repository(t, { 'eu/fleet.json': asks, 'us/fleet.json': asks }, { 'us/fleet.json': allows });
  assert.deepEqual(classes(diff(path.join(folder, 'eu'), 'HEAD~1')), []);
  const [change] = diff(path.join(folder, 'us'), 'HEAD~1', 'HEAD').changes;
  assert.deepEqual([change?.class, change?.cause.origin?.file], ['looser', 'fleet.json']);
  assert.deepEqual(classes(diff(folder, 'HEAD~1:us', 'HEAD:us')), ['looser']);
  assert.deepEqual(classes(diff(path.join(folder, 'eu'), 'HEAD~1:../us', 'HEAD:us')), ['looser']);
  const several = plugboard(folder, 'diff', 'HEAD~1');
  assert.deepEqual(
    [several.code, several.err.match(/name one with --policy, or write --policy none/g)?.length],
    [2, 1],
  );
  assert.deepEqual(classes(diff(folder, 'HEAD~1', '--policy', 'us/fleet.json')), ['looser']);
});

test('exit codes', (t) => {
  const folder = repository(t, { 'fleet.json': asks, 'lib/a.txt': '' }, { 'fleet.json': allows });
  const code = (...args: readonly string[]) => plugboard(folder, 'diff', ...args).code;
  assert.equal(code('HEAD~1'), 0);
  assert.equal(code('HEAD~1', '--fail-on', 'looser'), 1);
  assert.equal(code('HEAD~1', '--fail-on', 'newly-active'), 0);
  assert.equal(code('HEAD~1', '--fail-on', 'any'), 1);
  assert.equal(code('HEAD', 'HEAD~1', '--fail-on', 'looser'), 0);
  assert.equal(code('HEAD', 'HEAD~1', '--fail-on', 'any'), 1);
  assert.equal(code('HEAD', '--fail-on', 'any'), 0);
  write(
    folder,
    'fleet.json',
    JSON.stringify({ managedMcpServers: [server('docs', { update_page: 'allow' }), server('new')] }),
  );
  assert.deepEqual([code('HEAD', '--fail-on', 'looser'), code('HEAD', '--fail-on', 'newly-active')], [1, 1]);

  const wrong: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /OLD and NEW/],
    [['a', 'b', 'c'], /two sides/],
    [['nowhere'], /no such revision, folder or file: nowhere/],
    [['./nowhere'], /no such folder or file/],
    [['HEAD:nothing'], /HEAD has no nothing/],
    [['--', '--output=x'], /must not start with a dash/],
    [['HEAD', '--fail-on', 'all'], /--fail-on must be one of/],
    [['HEAD', '--tools', 'none.json'], /none\.json/],
    [['HEAD', '--policy', 'fleet2.json'], /neither side has fleet2\.json/],
    [['HEAD:lib', 'HEAD~1:lib'], /neither side holds a policy or plugins/],
    [['profile:wide-open'], /unknown profile:wide-open/],
  ];
  for (const [args, says] of wrong) {
    const ran = plugboard(folder, 'diff', ...args);
    assert.equal(ran.code, 2, args.join(' '));
    assert.match(ran.err, says);
    assert.equal(ran.err.trim().split('\n').length, 1, ran.err);
  }
  assert.match(plugboard(folderOf(t, {}), 'diff', 'main').err, /no such folder or file: main \(and no revision; git/);
  const broken = repository(t, { 'fleet.json': '{ "managedMcpServers": [' }, { 'fleet.json': asks });
  const unreadable = plugboard(broken, 'diff', 'HEAD~1', '--policy', 'fleet.json');
  assert.deepEqual(
    [unreadable.code, /^plugboard: HEAD~1: fleet\.json:1:/.test(unreadable.err)],
    [2, true],
    unreadable.err,
  );
});

test('a bare repository, and one that lacks objects', (t) => {
  const folder = repository(t, { 'fleet.json': asks }, { 'fleet.json': allows });
  const bare = folderOf(t, {});
  git(bare, 'clone', '-q', '--bare', folder, '.');
  assert.deepEqual(classes(diff(bare, 'HEAD~1', 'HEAD')), ['looser']);
  const partial = folderOf(t, {});
  git(folder, 'config', 'uploadpack.allowFilter', 'true');
  git(partial, 'clone', '-q', '--no-checkout', '--filter=blob:none', `file://${folder}`, '.');
  const { code, err } = plugboard(partial, 'diff', 'HEAD~1', 'HEAD');
  assert.deepEqual([code, err.trim().split('\n').length], [2, 1], err);
  assert.match(err, /^plugboard: HEAD~1: git cat-file: /);
});

test('a word that is a revision and a folder must be told apart', (t) => {
  const folder = repository(t, { 'main/fleet.json': asks });
  const ran = plugboard(folder, 'diff', 'main');
  assert.deepEqual([ran.code, /write \.\/main for the folder/.test(ran.err)], [2, true], ran.err);
  assert.deepEqual(classes(diff(folder, './main', 'HEAD:main')), []);
});

test('nothing that a repository configures is run', (t) => {
  const folder = repository(t, { 'fleet.json': asks }, { 'fleet.json': allows });
  const trap = path.join(folder, '.git/trap.sh');
  fs.writeFileSync(trap, `#!/bin/sh\ntouch "${folder}/sprung"\ncat\n`, { mode: 0o755 });
  for (const key of [
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'diff.external',
    'filter.x.smudge',
    'filter.x.clean',
    'diff.x.textconv',
    'core.editor',
  ]) {
    git(folder, 'config', key, trap);
  }
  fs.writeFileSync(path.join(folder, '.gitattributes'), '* filter=x diff=x\n');
  fs.mkdirSync(path.join(folder, '.git/hooks'), { recursive: true });
  for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction']) {
    fs.copyFileSync(trap, path.join(folder, '.git/hooks', hook));
  }
  assert.deepEqual(classes(diff(folder, 'HEAD~1')), ['looser']);
  assert.ok(!fs.existsSync(path.join(folder, 'sprung')));
});

test('names that mean no good, links and binary files', {
  skip: process.platform === 'win32' && 'no such names there',
}, (t) => {
  const hostile = 'a|b `x` <b>\n;$(touch sprung) [y](z)';
  const plugin = `org-plugins/${hostile.replace('\n', ' ')}`;
  const files = {
    [`${plugin}/.claude-plugin/plugin.json`]: JSON.stringify({ name: 'x', installationPreference: 'required' }),
    [`${plugin}/.mcp.json`]: JSON.stringify({
      mcpServers: { [hostile]: { type: 'http', url: 'https://x.example.com' } },
    }),
    [`${hostile}.json`]: asks,
    '--help': 'x',
    'picture.json': Buffer.from([0, 1, 2, 0xff]),
  };
  const folder = repository(t, { 'README.md': 'x' }, files);
  fs.symlinkSync('/etc/passwd', path.join(folder, 'outside.json'));
  fs.symlinkSync(`${hostile}.json`, path.join(folder, 'again.txt'));
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'links');
  const compared = diff(folder, 'HEAD~2', 'HEAD');
  assert.deepEqual(classes(compared), ['newly-active']);
  assert.deepEqual(compared.changes.map((change) => change.server).sort(), [hostile, 'docs', 'docs'].sort());
  const { out } = plugboard(folder, 'diff', 'HEAD~2', 'HEAD', '--format', 'markdown');
  const rows = out.split('\n').filter((line) => line.startsWith('| 🔌'));
  assert.equal(rows.length, 3);
  for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 6, row);
  assert.ok(!fs.existsSync(path.join(folder, 'sprung')));
  assert.doesNotMatch(plugboard(folder, 'diff', 'HEAD~2', 'HEAD').out, /\n;\$/);
});

test('a linked plugin of a revision is there as on the disk', {
  skip: process.platform === 'win32' && 'links need a right there',
}, (t) => {
  const folder = repository(t, {
    'fleet.json': '{ "inferenceProvider": "vertex" }',
    'plugins/reviewer/.claude-plugin/plugin.json': JSON.stringify({
      name: 'reviewer',
      installationPreference: 'required',
    }),
    'plugins/reviewer/.mcp.json': JSON.stringify({
      mcpServers: { review: { type: 'http', url: 'https://r.example.com' } },
    }),
  });
  fs.mkdirSync(path.join(folder, 'org-plugins'));
  fs.symlinkSync('../plugins/reviewer', path.join(folder, 'org-plugins/reviewer'));
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'link');
  assert.deepEqual(classes(diff(folder, 'HEAD')), []);
  assert.deepEqual(classes(diff(folder, 'HEAD~1', 'HEAD', '--org-plugins', 'org-plugins', '--policy', 'fleet.json')), [
    'newly-active',
  ]);
});

test('tools that .plugboard.json names tell what is dangerous', (t) => {
  const folder = repository(
    t,
    { 'fleet.json': asks, '.plugboard.json': '{ "tools": "tools.json" }' },
    { 'fleet.json': allows },
  );
  const text = plugboard(folder, 'diff', 'HEAD~1', '--date', '2026-11-21').out;
  assert.match(text, /^HEAD~1 \([0-9a-f]{7}\) → working tree {2}for app 1\.46388\.4, 2026-11-21$/m);
  assert.match(
    text,
    /^ {2}docs › update_page \(changes data\) +All +Ask → Allow +fleet\.json:\d+ {2}\+ "update_page": "allow"$/m,
  );
  assert.match(text, /^1 tool becomes looser\. \d+ tools stay as they are\.$/m);
  assert.ok(!text.includes('\u001b'));
});
