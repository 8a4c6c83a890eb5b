// Bundles the tests of one ring and runs them: `node scripts/ring.mjs core [word in the file name …]`. Prints failures and
// `<ring>: N passed, N failed, N skipped`; with VERBOSE=1 also passed tests.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { isInstalled } from './install.mjs';
import { run, summarise } from './testRuns.mjs';
import './ruleSummaries.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [ring = 'core', ...words] = process.argv.slice(2);
const folder = path.join(root, 'test', ring);
/** Rings whose files share one process per processor: loading the core for every file takes longer than its tests. */
const sharesProcesses = ['core', 'property', 'cli', 'wire'].includes(ring);
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

const processors = os.availableParallelism();
const shares = Math.min(processors, files.length);
const inProcess = (...args) => run(ring, ['--enable-source-maps', ...args]);
const runs = sharesProcesses
  ? await Promise.all(Array.from({ length: shares }, (_, index) => inProcess(share(index, shares))))
  : // By default the runner leaves one processor idle.
    [await inProcess('--test', `--test-concurrency=${processors}`, ...files.map((name) => path.join(outdir, name)))];
fs.rmSync(outdir, { recursive: true, force: true });

const total = summarise(runs);
if (total.failed > 0 && !isInstalled())
  console.log('Packages are missing or are not those of package-lock.json, which can make tests fail: run `npm ci`.');
console.log(`${ring}: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
