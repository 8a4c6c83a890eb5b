// Packs dist/ for users: the extension (.vsix) and the npm package (.tgz). The same commit gives the same bytes.
import { execFile, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Returns the environment in which archives have the time of the last commit, in seconds, or the one that is set already. */
function packEnvironment(root) {
  const commit = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  // Without a repository, as in a downloaded archive: the time that npm gives all files.
  const time = process.env.SOURCE_DATE_EPOCH ?? (commit.stdout?.trim() || '499162500');
  return { ...process.env, SOURCE_DATE_EPOCH: time };
}

/** Returns the files of dist/ that the extension starts, the language server and `plugboard doctor`, and those that they load. */
function startedFiles(root) {
  const loaded = new Set(['server.js', 'cli.js']);
  // Iterating a set includes elements that are added during the iteration.
  for (const file of loaded) {
    const text = fs.readFileSync(path.join(root, 'dist', file), 'utf8');
    for (const [, name] of text.matchAll(/"\.\/(chunk-[^"]+\.js)"/g)) loaded.add(name);
  }
  return [...loaded].sort();
}

/** Writes the extension, whose project is in `root`, to `file`. Images of the README come from the address of the repository. */
export async function packExtension(root, file) {
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-pack-'));
  const ignoreFile = path.join(folder, 'ignore');
  const wanted = startedFiles(root).map((name) => `!dist/${name}\n`);
  fs.writeFileSync(ignoreFile, `${fs.readFileSync(path.join(root, '.vscodeignore'), 'utf8')}${wanted.join('')}`);
  try {
    const args = [vsce, 'package', '--no-dependencies', '--ignoreFile', ignoreFile, '--out', file];
    await run(process.execPath, args, { cwd: root, env: packEnvironment(root), maxBuffer: 1 << 26 });
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  return file;
}

/** Writes the npm package into `folder` and returns its path. No script runs, and nothing is downloaded. */
export async function packForNpm(root, folder) {
  fs.mkdirSync(folder, { recursive: true });
  const args = ['pack', '--json', '--ignore-scripts', '--offline', '--pack-destination', folder];
  const shell = process.platform === 'win32';
  const { stdout } = await run('npm', args, { cwd: root, env: packEnvironment(root), maxBuffer: 1 << 26, shell });
  const [{ filename }] = JSON.parse(stdout);
  return path.join(folder, filename);
}
