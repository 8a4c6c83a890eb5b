// Checks the types of every part, then formatting and lint. Prints `check: N passed, N failed, 0 skipped`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', name);
const typed = ['.', 'server/core', 'client', 'client/panel', 'client/surfaces'];
const steps = [
  ...typed.map((project) => [`types of ${project}`, bin('typescript/bin/tsc'), '-p', project]),
  ['format and lint', bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
];

let failed = 0;
for (const [title, ...command] of steps) {
  const run = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  if (run.status === 0) continue;
  failed++;
  console.log(`✗ ${title}\n${run.stdout}${run.stderr}`);
}
console.log(`check: ${steps.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 ? 0 : 1;
