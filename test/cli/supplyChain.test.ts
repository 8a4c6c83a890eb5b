import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../support/root.ts';

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

interface Manifest {
  readonly version: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;
const locked = (JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Manifest>> }).packages;

/** The folders of all packages whose code is in dist/, by the source maps, which are next to the bundles. */
const bundled = [
  ...new Set(
    fs
      .readdirSync(path.join(root, 'dist'))
      .filter((name) => name.endsWith('.map'))
      .flatMap((name) => (JSON.parse(read(`dist/${name}`)) as { sources: string[] }).sources)
      .flatMap((source) => /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/.exec(source)?.[0] ?? []),
  ),
].sort();
const nameOf = (folder: string): string => folder.replace(/^.*node_modules\//, '');
/** Packages whose code is part of another package’s own bundle, so that package-lock.json does not have them. */
const embedded: Readonly<Record<string, Manifest>> = {
  'node_modules/path-browserify': { version: '1.0.1', license: 'MIT' },
};
const lockOf = (folder: string): Manifest =>
  locked[folder] ?? embedded[folder] ?? { version: 'not in package-lock.json' };

test('every package in the bundles is documented with its exact version and licence, and with a reason', () => {
  assert.ok(bundled.length > 30, 'the source maps name packages');
  const rows = read('docs/contributing/dependencies.md')
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| `|^`|`$| \|$/g, '')));
  for (const folder of bundled) {
    const { version, license = '' } = lockOf(folder);
    const row = rows.find(([name, at]) => name === nameOf(folder) && at === version);
    assert.ok(row, `${nameOf(folder)} ${version} has no row in docs/contributing/dependencies.md`);
    assert.equal(row[2], license, nameOf(folder));
    assert.ok((row[3] ?? '').length > 3, `${nameOf(folder)} has no reason`);
  }
});

test('the package contains the licence of every package in the bundles', () => {
  const notices = read('dist/THIRD-PARTY-NOTICES.txt')
    .split(`${'-'.repeat(80)}\n`)
    .slice(1);
  for (const folder of [...bundled, 'node_modules/@vscode/codicons']) {
    const { version, license = '' } = lockOf(folder);
    const title = `${nameOf(folder)} ${version} (${license})\n`;
    const notice = notices.find((text) => text.startsWith(title));
    assert.match(notice ?? '', /permission|redistribut|licen[cs]e/i, title);
  }
  assert.match(read('.vscodeignore'), /^!dist\/THIRD-PARTY-NOTICES\.txt$/m);
});

test('nothing that runs for users has an install script', () => {
  const own = Object.keys(manifest.scripts ?? {});
  assert.deepEqual(
    own.filter((name) => /^((pre|post)?install|(pre|post)?prepare|prepublish)$/.test(name)),
    [],
  );
  for (const folder of bundled) assert.equal(lockOf(folder).hasInstallScript, undefined, folder);
});

test('users install no packages, and developers get exact versions', () => {
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.optionalDependencies, undefined);
  for (const [name, version] of Object.entries(manifest.devDependencies ?? {})) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(locked[`node_modules/${name}`]?.version, version, name);
  }
});

test('no committed file but package-lock.json names the host of a package registry', () => {
  const hosts = [
    ['registry', 'npmjs', 'org'],
    ['registry', 'yarnpkg', 'com'],
    ['pypi', 'org'],
    ['pythonhosted', 'org'],
    ['npm', 'pkg', 'github', 'com'],
  ].flatMap((parts) => ['-e', parts.join('.')]);
  const git = spawnSync('git', ['grep', '-lIF', ...hosts, '--', ':!package-lock.json'], { cwd: root });
  // 1: nothing was found. Without a repository, as in a downloaded archive, there is nothing to look at.
  if (git.status !== 128) assert.deepEqual([git.status, git.stdout.toString()], [1, '']);
});
