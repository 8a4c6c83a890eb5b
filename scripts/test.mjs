// `npm test`: installs what is missing, builds, checks types and formatting, runs every ring of tests, two at once. Its last line
// is `N passed, N failed, N skipped`. With `--long` (`npm run test:long`) it runs all random inputs and all cells of each matrix.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
// Every step inherits it.
if (process.argv.includes('--long')) process.env.LONG = '1';
const total = { passed: 0, failed: 0, skipped: 0 };

function finish() {
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

function fail(message) {
  console.log(`✗ ${message}`);
  total.failed++;
}

/** Runs one script and resolves when it has ended: shows its output then, and adds the totals of its last line. */
async function step([name, ...args]) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const [code, signal] = await new Promise((resolve) => child.on('close', (...end) => resolve(end)));
  process.stdout.write(output);
  const counts = [...output.matchAll(/^\w+: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  for (const [i, key] of Object.keys(total).entries()) total[key] += Number(counts?.[i + 1] ?? 0);
  if (!counts) fail(`${name} ended with ${code ?? signal} before it could count its tests`);
  else if (code !== 0 && counts[2] === '0') fail(`${name} ended with ${code ?? signal}`);
  console.log(`  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

/** Runs the steps that `take` returns, one after another, until there are none. */
async function runAll(take) {
  for (let next = take(); next; next = take()) await step(next);
}

const ring = (name) => [name, 'scripts/ring.mjs', name];
/** The steps that compute come first, those that wait for a browser come last. */
const steps = [
  ['check', 'scripts/check.mjs'],
  ...['core', 'property', 'cli', 'wire', 'corpus', 'mcp'].map(ring),
  ['editor', 'scripts/editor-ring.mjs'],
  ['ui', 'scripts/ui-ring.mjs'],
];

try {
  const { install } = await import('./install.mjs');
  install();
} catch (error) {
  fail(error.message);
  finish();
}
const { installForeignReaders } = await import('./foreignReaders.mjs');
installForeignReaders();
if (spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' }).status !== 0) {
  fail('the build failed');
  finish();
}
// Two at once, from both ends: while a browser keeps one waiting, the other computes.
await Promise.all([runAll(() => steps.shift()), runAll(() => steps.pop())]);
finish();
