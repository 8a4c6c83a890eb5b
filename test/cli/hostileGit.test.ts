import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type CompareToolsAnswer, requests } from '../../server/protocol.ts';
import { diskServer } from '../support/diskServer.ts';
import { acting } from '../support/hostile/texts.ts';
import { watchedRun } from '../support/hostile/watchedProcess.ts';
import { git } from './diffHistory.ts';
import { folderOf } from './support.ts';

const onWindows = process.platform === 'win32' && 'the traps are shell scripts';

/** Settings of git that name a program, or that lead to others. */
const programs = [
  'core.fsmonitor',
  'core.pager',
  'core.sshCommand',
  'core.editor',
  'core.askPass',
  'core.gitProxy',
  'core.alternateRefsCommand',
  'pager.ls-tree',
  'pager.cat-file',
  'pager.rev-parse',
  'diff.external',
  'diff.x.command',
  'diff.x.textconv',
  'filter.x.smudge',
  'filter.x.clean',
  'filter.x.process',
  'merge.x.driver',
  'credential.helper',
  'gpg.program',
  'sequence.editor',
  'uploadpack.packObjectsHook',
  'remote.origin.uploadpack',
  'remote.origin.vcs',
  'trailer.x.command',
  'browser.x.cmd',
];
const hooks = ['post-checkout', 'post-index-change', 'reference-transaction', 'pre-commit', 'fsmonitor-watchman'];

const policy = (permission: string): string =>
  JSON.stringify({
    inferenceProvider: 'anthropic',
    managedMcpServers: [
      { name: 'docs', transport: 'http', url: 'https://d.example.com/mcp', toolPolicy: { get: permission } },
    ],
  });

/** Creates a repository with two commits and a trap in everything that git can run. */
function trapped(t: TestContext) {
  const folder = folderOf(t, { 'fleet.json': policy('ask'), '.gitattributes': '* filter=x diff=x merge=x\n' });
  git(folder, 'init', '-q');
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-qm', 'base');
  fs.writeFileSync(path.join(folder, 'fleet.json'), policy('allow'));
  git(folder, 'commit', '-qam', 'head');
  const [sprung, trap] = [path.join(folder, '.git/sprung'), path.join(folder, '.git/trap.sh')];
  fs.writeFileSync(trap, `#!/bin/sh\necho "$0 $*" >> "${sprung}"\ncat\n`, { mode: 0o755 });
  const more = path.join(folder, '.git/more');
  fs.writeFileSync(
    more,
    `[alias]\n${['ls-tree', 'cat-file', 'rev-parse'].map((name) => `\t${name} = !${trap}\n`).join('')}`,
  );
  git(folder, 'config', 'include.path', more);
  git(folder, 'config', 'core.hooksPath', path.join(folder, '.git/hooks'));
  git(folder, 'config', 'core.attributesFile', path.join(folder, '.gitattributes'));
  git(folder, 'config', 'remote.origin.url', `ext::sh -c ${trap}`);
  git(folder, 'config', 'remote.origin.promisor', 'true');
  git(folder, 'config', 'extensions.partialClone', 'origin');
  for (const key of programs) git(folder, 'config', key, trap);
  fs.mkdirSync(path.join(folder, '.git/hooks'), { recursive: true });
  for (const hook of hooks) fs.copyFileSync(trap, path.join(folder, '.git/hooks', hook));
  return { folder, sprung, trap };
}

/** Returns what has sprung. */
const sprungIn = (file: string): string => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

test('diff runs git alone, and git runs nothing', { skip: onWindows }, (t) => {
  const { folder, sprung } = trapped(t);
  for (const sides of [['HEAD~1', 'HEAD'], ['HEAD~1'], ['HEAD~1:fleet.json', 'fleet.json']]) {
    const { code, deeds } = watchedRun(t, folder, ['diff', ...sides, '--fail-on', 'looser']);
    assert.equal(code, 1);
    assert.deepEqual(deeds.sockets, []);
    const started = deeds.programs.map((line) => (JSON.parse(line) as string[])[0]);
    assert.deepEqual([...new Set(started)], ['git']);
  }
  assert.equal(sprungIn(sprung), '');
});

test('the comparison in the editor runs nothing either', { skip: onWindows }, async (t) => {
  const { folder, sprung } = trapped(t);
  const connection = await diskServer(t, folder);
  const answer = await connection.sendRequest<CompareToolsAnswer>(requests.compareTools, {
    before: { is: 'revision', revision: 'HEAD~1' },
    after: { is: 'now' },
  });
  assert.ok(!('problem' in answer), JSON.stringify(answer));
  assert.equal(answer.isDangerous, true);
  assert.equal(sprungIn(sprung), '');
});

test('an object that is missing is not fetched, and its absence is told', { skip: onWindows }, (t) => {
  const { folder, sprung } = trapped(t);
  const id = git(folder, 'rev-parse', 'HEAD~1:fleet.json');
  fs.rmSync(path.join(folder, '.git/objects', id.slice(0, 2), id.slice(2)));
  const { code, err, deeds } = watchedRun(t, folder, ['diff', 'HEAD~1', 'HEAD']);
  assert.equal(code, 2);
  assert.match(err, /^plugboard: HEAD~1: git cat-file: [^\n]+\n$/);
  assert.deepEqual(deeds.sockets, []);
  assert.equal(sprungIn(sprung), '');
});

/** Writes an object without git's checks, and returns its id. */
function object(folder: string, type: string, content: Buffer | string): string {
  const args = ['hash-object', '-t', type, '-w', '--literally', '--stdin'];
  const run = spawnSync('git', args, { cwd: folder, input: content, encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout.trim();
}

const entry = (mode: string, name: string, id: string): Buffer =>
  Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);

test('trees with impossible names lead nowhere', { skip: onWindows }, (t) => {
  const { folder } = trapped(t);
  const blob = object(folder, 'blob', policy('allow'));
  const inner = object(folder, 'tree', entry('100644', 'fleet.json', blob));
  const names = ['..', '.', '.git', 'a/b', '../../escape', '/etc', 'C:', '\\\\server\\share', 'nul', 'x\ny'];
  const tree = object(
    folder,
    'tree',
    Buffer.concat([
      entry('100644', 'fleet.json', blob),
      entry('100644', 'fleet.json', blob),
      entry('160000', 'module', git(folder, 'rev-parse', 'HEAD')),
      ...names.map((name) => entry('40000', name, inner)),
    ]),
  );
  const commit = git(folder, 'commit-tree', tree, '-m', 'odd');
  const { code, out, err } = watchedRun(t, folder, ['diff', 'HEAD~1', commit, '--format', 'json']);
  assert.ok(code === 0 || code === 2, `${code} ${err}`);
  assert.doesNotMatch(out + err, /escape|etc|^\s+at |unexpected/m);
});

test('a revision that is no commit, and objects that are broken, are told in one sentence', {
  skip: onWindows,
}, (t) => {
  const { folder } = trapped(t);
  const blob = git(folder, 'rev-parse', 'HEAD:fleet.json');
  const broken = object(folder, 'commit', 'tree 0000000000000000000000000000000000000000\n\nbroken\n');
  for (const name of [
    blob,
    broken,
    'HEAD^{/x',
    'HEAD@{',
    '--upload-pack=x',
    `${'a'.repeat(5_000)}`,
    'a\u001b[31m\nb',
  ]) {
    const { code, err, deeds } = watchedRun(t, folder, ['diff', '--', name, 'HEAD']);
    assert.equal(code, 2, name);
    assert.match(err, /^plugboard: [^\n]+\n$/, name);
    assert.doesNotMatch(err, acting);
    assert.deepEqual(deeds.sockets, []);
  }
});

test('alternates and grafts outside the repository are read by git alone, and run nothing', {
  skip: onWindows,
}, (t) => {
  const { folder, sprung } = trapped(t);
  const other = trapped(t);
  fs.mkdirSync(path.join(folder, '.git/objects/info'), { recursive: true });
  fs.writeFileSync(path.join(folder, '.git/objects/info/alternates'), `${other.folder}/.git/objects\n/nowhere\n`);
  const { code } = watchedRun(t, folder, ['diff', 'HEAD~1', 'HEAD', '--fail-on', 'looser']);
  assert.equal(code, 1);
  assert.equal(sprungIn(sprung) + sprungIn(other.sprung), '');
});

test('check, effective, surfaces and convert start no program and open no socket', { skip: onWindows }, (t) => {
  const { folder, sprung } = trapped(t);
  const servers = {
    mcpServers: { evil: { command: path.join(folder, '.git/trap.sh') }, far: { url: 'http://127.0.0.1:9' } },
  };
  const helper = { command: path.join(folder, '.git/trap.sh') };
  fs.mkdirSync(path.join(folder, 'org-plugins/p/.claude-plugin'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'org-plugins/p/.claude-plugin/plugin.json'), '{ "name": "p" }');
  fs.writeFileSync(path.join(folder, 'org-plugins/p/.mcp.json'), JSON.stringify(servers));
  fs.writeFileSync(path.join(folder, 'org-plugins/p/.lsp.json'), JSON.stringify({ evil: helper }));
  const runs = [
    ...['text', 'json', 'sarif', 'github'].map((format) => ['check', '--format', format]),
    ['check', '--fix'],
    ...['text', 'json', 'markdown'].map((format) => ['effective', '--format', format]),
    ['surfaces'],
    ['convert', 'fleet.json', '--to', 'reg'],
    ['profile', 'locked-down'],
    ['rules'],
  ];
  for (const args of runs) {
    const { deeds, code } = watchedRun(t, folder, args);
    assert.notEqual(code, null);
    assert.deepEqual([deeds.sockets, deeds.programs], [[], []], args.join(' '));
  }
  assert.equal(sprungIn(sprung), '');
});
