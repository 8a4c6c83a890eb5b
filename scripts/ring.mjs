// Bundles the tests of one ring and runs them: `node scripts/ring.mjs core [word in the file name …]`. Prints failures and
// `<ring>: N passed, N failed, N skipped`; with VERBOSE=1 also passed tests.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { isInstalled } from './install.mjs';
import './validators.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [ring = 'core', ...words] = process.argv.slice(2);
const folder = path.join(root, 'test', ring);
/** Rings of pure functions. Their files share one process per processor: loading the core for every file takes longer than its tests. */
const isPure = ['core', 'property'].includes(ring);
const outdir = path.join(root, 'dist-test', `${ring}-${process.pid}`);

await build({
  entryPoints: fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.test.ts') && (words.length === 0 || words.some((word) => name.includes(word))))
    .map((name) => path.join(folder, name)),
  outdir,
  outbase: folder,
  bundle: true,
  splitting: true,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  external: ['fast-check', 'esbuild', '@babel/parser'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const files = fs.readdirSync(outdir, { recursive: true }).filter((name) => name.endsWith('.test.mjs'));

/** Writes a module that loads every n-th file. A file that cannot be loaded is a failed test and does not affect the others. */
function share(index, count) {
  const own = files.filter((_, at) => at % count === index).map((name) => name.replaceAll('\\', '/'));
  const module = path.join(outdir, `share-${index}.mjs`);
  fs.writeFileSync(
    module,
    `import { test } from 'node:test';
for (const file of ${JSON.stringify(own)}) {
  await import(\`./\${file}\`).catch((error) => test(file, () => { throw error; }));
}
`,
  );
  return module;
}

/** Starts node with the reporter. Resolves to its exit code, or the signal that ended it, and its output. */
async function run(...args) {
  const reporter = pathToFileURL(path.join(import.meta.dirname, 'reporter.mjs'));
  const child = spawn(process.execPath, ['--enable-source-maps', `--test-reporter=${reporter}`, ...args], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, PLUGBOARD_ROOT: root, PLUGBOARD_RING: ring },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const [code, signal] = await new Promise((resolve) => child.on('close', (...end) => resolve(end)));
  return { code: code ?? signal, output };
}

const shares = Math.min(os.availableParallelism(), files.length);
const runs = isPure
  ? await Promise.all(Array.from({ length: shares }, (_, index) => run(share(index, shares))))
  : [await run('--test', ...files.map((name) => path.join(outdir, name)))];
fs.rmSync(outdir, { recursive: true, force: true });

const total = { passed: 0, failed: 0, skipped: 0 };
for (const { code, output } of runs) {
  const { groups: counts, index } =
    /^\w+: (?<passed>\d+) passed, (?<failed>\d+) failed, (?<skipped>\d+) skipped\s*$/m.exec(output) ?? {};
  process.stdout.write(output.slice(0, index));
  for (const key of Object.keys(total)) total[key] += Number(counts?.[key] ?? 0);
  if (counts && (code === 0 || counts.failed !== '0')) continue;
  console.log(`✗ ${counts ? 'the tests passed, but their process' : 'a process'} ended with ${code}`);
  total.failed++;
}
if (total.failed > 0 && !isInstalled())
  console.log('Packages are missing or are not those of package-lock.json, which can make tests fail: run `npm ci`.');
console.log(`${ring}: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
