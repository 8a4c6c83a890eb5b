// `npm test`: installs what is missing, builds, checks types and formatting, runs every ring of tests. Its last line is `N
// passed, N failed, N skipped`.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const total = { passed: 0, failed: 0, skipped: 0 };

function finish() {
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

function fail(message) {
  console.log(`✗ ${message}`);
  total.failed++;
}

/** Runs one script, shows its output, and adds the totals of its last line. */
async function step(name, ...args) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  const [code, signal] = await new Promise((resolve) => child.on('close', (...end) => resolve(end)));
  const counts = [...output.matchAll(/^\w+: (\d+) passed, (\d+) failed, (\d+) skipped$/gm)].at(-1);
  for (const [i, key] of Object.keys(total).entries()) total[key] += Number(counts?.[i + 1] ?? 0);
  if (!counts) fail(`${name} ended with ${code ?? signal} before it could count its tests`);
  else if (code !== 0 && counts[2] === '0') fail(`${name} ended with ${code ?? signal}`);
  console.log(`  (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

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
await step('check', 'scripts/check.mjs');
for (const ring of ['core', 'property', 'cli', 'wire', 'mcp', 'corpus']) await step(ring, 'scripts/ring.mjs', ring);
await step('editor', 'scripts/editor-ring.mjs');
await step('ui', 'scripts/ui-ring.mjs');
finish();
