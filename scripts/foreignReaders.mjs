// Other programs that read Plugboard's output, for comparison in tests. Debian packages are installed if they are missing and
// we are root.
import { spawnSync } from 'node:child_process';

const readers = { python3: 'python3-minimal', hivexregedit: 'libwin-hivex-perl' };

const run = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' });
const isThere = (command) => run(command, '--help').error === undefined;

/** Installs what is missing, if possible. Silent if it is not: tests that need it report themselves as skipped. */
export function installForeignReaders() {
  const missing = Object.entries(readers).flatMap(([command, name]) => (isThere(command) ? [] : [name]));
  if (missing.length === 0 || process.getuid?.() !== 0 || run('apt-get', '--version').error) return;
  console.log(`Installing ${missing.join(' and ')} from Debian’s packages …`);
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', ...missing);
}
