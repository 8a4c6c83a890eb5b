import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '../support/root.ts';

const dist = path.join(root, 'dist');
const textOf = (file: string): string => fs.readFileSync(path.join(dist, file), 'utf8');

/** Returns the files that node reads before `file` runs, including itself. */
function loadedBy(...files: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(files);
  // Iterating a set includes elements that are added during the iteration.
  for (const file of loaded) {
    for (const [, from = ''] of textOf(file).matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) loaded.add(from);
  }
  return loaded;
}
const bytes = (loaded: ReadonlySet<string>): number =>
  [...loaded].reduce((sum, file) => sum + fs.statSync(path.join(dist, file)).size, 0);

/** The chunk of each command, by its name. */
const commands = new Map(
  [...textOf('cli.js').matchAll(/(\w+):\(\)=>import\("\.\/([^"]+)"\)/g)].map(([, name = '', file = '']) => [
    name,
    file,
  ]),
);
const loadedFor = (command: string) => loadedBy('cli.js', commands.get(command) ?? '');

test('--help and --version load no command, and no catalogue', () => {
  const loaded = loadedBy('cli.js');
  assert.ok(bytes(loaded) < 20_000, `${bytes(loaded)} bytes: ${[...loaded].join(', ')}`);
  for (const file of loaded) assert.doesNotMatch(textOf(file), /disabledBuiltinTools/, file);
});

test('a command loads its own part of the core alone', () => {
  assert.equal(commands.size, 11);
  assert.ok(bytes(loadedFor('lsp')) < 200_000);
  const [rules, check] = [bytes(loadedFor('rules')), bytes(loadedFor('check'))];
  // Rules and their pages are most of both; only `check` runs them on files, with linter, workspace and patterns.
  assert.ok(rules < check - 60_000, `rules loads ${rules} bytes, check ${check}`);
});

test('bundles are ASCII: a single other character makes V8 hold the whole file in two bytes per character', () => {
  const bundles = fs.readdirSync(dist).filter((name) => /\.c?js$/.test(name));
  assert.ok(bundles.length > 10);
  for (const name of bundles) {
    const [found] = /[^\0-\x7f].{0,20}/.exec(textOf(name)) ?? [];
    assert.equal(found, undefined, name);
  }
});
