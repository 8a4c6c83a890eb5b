import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Host } from '../../../server/core/base/hosts.ts';
import { lintFiles, settings } from '../../support/lint.ts';

/** `silent`: no finding, or only a hint or note of ours. */
type Level = 'error' | 'warning' | 'silent';
type Keys = Readonly<Record<string, unknown>>;

/** A marketplace, the severity in the app's own validator, and ours if it differs. */
interface Case {
  readonly title: string;
  readonly keys: Keys;
  readonly app: Level;
  readonly ours?: Level;
  readonly because?: string;
  readonly cowork?: Level;
}

const manifest = 'shop/plugins/review/.claude-plugin/plugin.json';
const files = {
  [manifest]: JSON.stringify({ name: 'review', version: '1.0.0', description: 'Reviews', author: { name: 'Harbour' } }),
  'shop/plugins/review/skills/look/SKILL.md': '---\nname: look\ndescription: Looks at a change\n---\nLook.\n',
};
const review = { name: 'review', source: './plugins/review' };
const other = 'it is said elsewhere that it fails when it is installed';

const top = (title: string, keys: Keys, app: Level, more: Partial<Case> = {}): Case => ({ title, keys, app, ...more });
const entry = (title: string, keys: Keys, app: Level, more: Partial<Case> = {}): Case =>
  top(title, { plugins: [{ ...review, ...keys }] }, app, more);
const source = (title: string, from: unknown, app: Level, more: Partial<Case> = {}): Case =>
  entry(title, { source: from }, app, more);
const named = (name: string, app: Level, more: Partial<Case> = {}): Case =>
  top(`the name ${name}`, { name }, app, more);
const called = (name: string, app: Level, more: Partial<Case> = {}): Case =>
  top(`the plugin ${name}`, { plugins: [{ name, source: './' }] }, app, more);

const onlyThere = { cowork: 'silent' } as const;
const sha = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0';
const digest = '6bfa50e3d2e00c052b46abe51fff89346ac803e45771f76dcf6df1ab74cca5e1';
const zip = 'https://gateway.harbour.example/review.zip';
const github = { source: 'github', repo: 'harbour/review' };

const cases: readonly Case[] = [
  top('whole', {}, 'silent'),
  top('no name', { name: undefined }, 'error'),
  top('an empty name', { name: '' }, 'error'),
  top('no owner', { owner: undefined }, 'error'),
  top('an owner without name', { owner: {} }, 'error'),
  top('an owner with an empty name', { owner: { name: '' } }, 'error'),
  top('an owner as a text', { owner: 'Harbour' }, 'error'),
  top('more about the owner', { owner: { name: 'Harbour', email: 'x', url: 'y', team: 1 } }, 'silent'),
  top('no plugins', { plugins: undefined }, 'error'),
  top('plugins by name', { plugins: {} }, 'error'),
  top('an empty list', { plugins: [] }, 'warning', onlyThere),
  top('no description', { description: undefined }, 'warning', onlyThere),
  top(
    'a description in the metadata',
    { description: undefined, metadata: { description: 'Plugins', version: '1' } },
    'silent',
  ),
  top('metadata as a text', { metadata: 'x' }, 'error'),
  top('an unknown key', { zebra: 1 }, 'warning', onlyThere),
  top('an unknown key in the metadata', { metadata: { zebra: 1 } }, 'warning', onlyThere),
  top('a misspelled key', { desciption: 'x' }, 'warning', onlyThere),
  top(
    'the other keys',
    { $schema: 'x', version: '1', allowCrossMarketplaceDependenciesOn: ['pier'], forceRemoveDeletedPlugins: true },
    'silent',
  ),
  top('a list of other marketplaces as a text', { allowCrossMarketplaceDependenciesOn: 'pier' }, 'error'),
  top('deleted plugins with a text', { forceRemoveDeletedPlugins: 'yes' }, 'error'),
  top('a rename', { renames: { look: 'review', gone: null, old: 'look' } }, 'silent'),
  top('a rename to nothing known', { renames: { look: 'zebra' } }, 'error'),
  top('a rename to itself', { renames: { review: 'review' } }, 'error'),
  top('a rename in a circle', { renames: { look: 'glance', glance: 'look' } }, 'error'),
  top('two plugins of one name', { plugins: [review, review] }, 'error'),
  top('two names that differ by case', { plugins: [review, { ...review, name: 'Review' }] }, 'silent', {
    ours: 'warning',
    because: 'the validator warns of plugin names that are no kebab-case',
    ...onlyThere,
  }),

  named('har bour', 'error'),
  named('har/bour', 'error'),
  named('-harbour', 'error'),
  named('@harbour', 'error'),
  named('har:bour', 'error'),
  named('hafenküste', 'error'),
  named('Harbour_Tools.v2', 'silent'),
  named('h'.repeat(129), 'warning', { cowork: 'error' }),
  ...['unknown', 'org', 'org-provisioned'].map((name) => named(name, 'warning', { cowork: 'error' })),
  ...['inline', 'builtin', 'skills-dir', 'synced'].map((name) => named(name, 'error', { cowork: 'warning' })),
  ...['claude-plugins', 'claude-marketplace', 'claude-official', 'anthropic-official', 'claude_plugins_official'].map(
    (name) => named(name, 'error', { cowork: 'warning' }),
  ),
  named('cIaude-plugins', 'silent'),
  named('my-claude-marketplace', 'silent'),
  named('agent-skills', 'silent', {
    ours: 'error',
    because: 'the validator cannot see where it comes from; elsewhere than at Anthropic it is refused',
    cowork: 'warning',
  }),
  top('an official name at Anthropic', { name: 'agent-skills', owner: { name: 'Anthropic' } }, 'silent'),

  called('a b', 'error'),
  named('a..b', 'error', { cowork: 'warning' }),
  called('', 'error'),
  called('a_b', 'warning', onlyThere),
  called('a/b', 'error'),
  called('é', 'error'),
  called('claude-helper', 'error', {
    ours: 'warning',
    because: 'as in a manifest: who made it is not known here',
    ...onlyThere,
  }),

  entry('no source', { source: undefined }, 'error'),
  entry('an unknown key of an entry', { featured: true }, 'warning', onlyThere),
  entry('a preference', { installationPreference: 'available' }, 'warning', onlyThere),
  entry('another version', { version: '1.0.1' }, 'warning'),
  entry('the same version', { version: '1.0.0' }, 'silent'),
  entry('another name than the manifest', { name: 'check' }, 'silent'),
  entry('all that describes', { category: 'quality', tags: ['a'], keywords: ['b'], metadata: { a: 1 } }, 'silent'),
  entry('tags as a text', { tags: 'a' }, 'error'),
  entry('strict as a text', { strict: 'no' }, 'error'),
  entry('not strict', { strict: false }, 'silent'),
  entry('not strict, and with components', { strict: false, skills: ['./skills/'] }, 'silent', {
    ours: 'warning',
    because: other,
    cowork: 'warning',
  }),
  entry('relevance as a text', { relevance: 'x' }, 'warning'),
  entry('relevance without signals', { relevance: { topic: 'x' } }, 'error'),
  entry('relevance without a signal', { relevance: { signals: {} } }, 'error', { cowork: 'warning' }),
  entry('relevance', { relevance: { topic: 'x', signals: { cli: ['git'] } } }, 'silent'),
  entry('headers for a folder', { headers: { a: 'b' } }, 'warning'),

  ...['./plugins/review', './', '.'].map((path) => source(`the source ${path}`, path, 'silent')),
  ...['plugins/review', '/plugins/review', '../shop/plugins/review', './plugins/../plugins/review', ''].map((path) =>
    source(`the source ${path || 'without a letter'}`, path, 'error'),
  ),
  source('a bare name', 'review', 'error'),
  top(
    'a bare name below a folder',
    { metadata: { pluginRoot: './plugins' }, plugins: [{ name: 'review', source: 'review' }] },
    'silent',
  ),
  source('a folder that is not there', './plugins/zebra', 'silent', {
    ours: 'warning',
    because: other,
    cowork: 'warning',
  }),
  source('github', github, 'silent'),
  source('github without repository', { source: 'github' }, 'error'),
  source('github with a commit', { ...github, sha }, 'silent'),
  source('a commit in capitals', { ...github, sha: sha.toUpperCase() }, 'error'),
  source('a short commit', { ...github, sha: sha.slice(0, 7) }, 'error'),
  source('a branch as a number', { ...github, ref: 1 }, 'error'),
  source('a key that is none', { ...github, zebra: 1 }, 'silent'),
  source('a commit under another name', { ...github, commit: sha }, 'silent', {
    ours: 'warning',
    because: 'the plugin is not pinned, and nobody says so',
    cowork: 'warning',
  }),
  source('a repository by address', { source: 'url', url: 'https://git.harbour.example/review.git' }, 'silent'),
  source('a folder of a repository', { source: 'git-subdir', url: 'harbour/tools', path: 'review' }, 'silent'),
  source('a folder with ..', { source: 'git-subdir', url: 'harbour/tools', path: '../review' }, 'error'),
  source('an empty folder', { source: 'git-subdir', url: 'harbour/tools', path: '' }, 'error'),
  source('a package', { source: 'npm', package: '@harbour/review', version: '^1', registry: 'https://x.y' }, 'silent'),
  source('a package with ..', { source: 'npm', package: '../review' }, 'error'),
  source('a registry without https', { source: 'npm', package: 'review', registry: 'x.y' }, 'error'),
  source('an archive', { source: 'archive', url: zip, sha256: digest }, 'silent'),
  source(
    'an archive with a digest in capitals',
    { source: 'archive', url: zip, sha256: digest.toUpperCase() },
    'silent',
  ),
  source('an archive without digest', { source: 'archive', url: zip }, 'silent', { cowork: 'warning' }),
  source('an archive with a short digest', { source: 'archive', url: zip, sha256: sha }, 'error'),
  source('an archive over http', { source: 'archive', url: 'http://x.y/a.zip', sha256: digest }, 'error'),
  source('an archive on this computer', { source: 'archive', url: 'https://localhost/a.zip', sha256: digest }, 'error'),
  source('a command', { source: 'command', command: 'tool path', timeout: 5, mode: 'link' }, 'silent'),
  source('a command without time', { source: 'command', command: 'tool path', timeout: 0 }, 'error'),
  source('a command of another mode', { source: 'command', command: 'tool path', mode: 'move' }, 'error'),
  ...['pip', 'pypi', 'git', 'file', 'directory', 'local', 'settings'].map((kind) =>
    source(`the kind ${kind}`, { source: kind, path: './plugins/review' }, 'error'),
  ),
  source('no kind', {}, 'error'),
  source('a number', 7, 'error'),
];

function check({ keys }: Case, host: Host, expected: Level): void {
  const whole = { name: 'harbour', owner: { name: 'Harbour' }, description: 'Plugins', plugins: [review] };
  const text = JSON.stringify({ ...whole, ...keys });
  const target = { ...settings.target, hosts: [host] };
  const all = lintFiles({ 'shop/.claude-plugin/marketplace.json': text, ...files }, { ...settings, target });
  const found = all.filter(({ severity }) => severity === 'error' || severity === 'warning');
  const told = found.map(({ severity, rule, message }) => `${severity} ${rule}: ${message}`).join('\n');
  assert.equal(found[0]?.severity ?? 'silent', expected, told || 'nothing was found');
  assert.ok(found.length <= 1, told);
}

for (const each of cases) {
  const { title, app, ours = app, because, cowork = ours } = each;
  test(`marketplace: ${title}: ${ours} in Claude Code, ${cowork} in Cowork`, () => {
    assert.ok(ours === app || because, 'nobody says why we differ from the app');
    check(each, 'claude-code', ours);
    check(each, 'desktop-3p', cowork);
  });
}
