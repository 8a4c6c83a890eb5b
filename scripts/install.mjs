// Installs the packages in package-lock.json if some are missing or outdated. Needs only node and npm.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

function packagesOf(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Whether npm's record of its last install matches the lock file. Packages for other platforms may be missing. */
export function isInstalled() {
  const [wanted, there] = [packagesOf('package-lock.json'), packagesOf('node_modules/.package-lock.json')];
  if (!wanted || !there) return false;
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || there[name]?.version === version || (optional && !there[name]),
  );
}

/** npm writes to the home folder; if that is not possible, its cache is put in the folder for temporary files. */
function cache() {
  try {
    fs.accessSync(os.homedir(), fs.constants.W_OK);
    return [];
  } catch {
    return ['--cache', path.join(os.tmpdir(), `plugboard-npm-${process.getuid?.() ?? ''}`)];
  }
}

/** Throws an Error with one sentence if npm fails; npm's own output is on the terminal. */
export function install() {
  if (isInstalled()) return;
  console.log('Installing packages from the npm registry …');
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error', ...cache()], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (run.error) throw new Error(`npm could not be started: ${run.error.message}`);
  if (run.status !== 0) throw new Error(`npm ci ended with ${run.status ?? run.signal}`);
}
