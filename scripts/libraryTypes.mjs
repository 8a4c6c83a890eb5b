// Writes the type declarations of the library to `dist/types`: those reachable from `library.d.ts`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** @throws Error with the compiler's report if the core has type errors. */
export function declareTypes() {
  const draft = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-types-'));
  try {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
    const args = [tsc, '-p', 'server/core/tsconfig.library.json', '--outDir', draft];
    const { status, stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`The types of the library cannot be declared:\n${stdout}`);
    const target = path.join(root, 'dist/types');
    fs.rmSync(target, { recursive: true, force: true });
    for (const file of reachable(draft, 'library.d.ts')) {
      const copy = path.join(target, file);
      fs.mkdirSync(path.dirname(copy), { recursive: true });
      fs.copyFileSync(path.join(draft, file), copy);
    }
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/** Returns the declaration files reachable from `first`, including itself, as paths in `folder`. */
function reachable(folder, first) {
  const files = new Set([first]);
  // Iterating a set includes elements that are added during the iteration.
  for (const file of files) {
    for (const [, to] of fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/from '(\.[^']+)\.ts'/g)) {
      files.add(path.posix.join(path.posix.dirname(file), `${to}.d.ts`));
    }
  }
  return files;
}
