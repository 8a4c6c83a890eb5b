// Bundles the tests of one ring and runs them: `node scripts/ring.mjs core [word in the file's name …]`.
// Prints what failed and `<ring>: N passed, N failed, N skipped`; with VERBOSE=1 what passed, too.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import './validators.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [ring = 'core', ...words] = process.argv.slice(2);
const folder = path.join(root, 'test', ring);
/** Rings of pure functions. Their files share a process for each processor: loading the core for every file takes longer than its tests. */
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

/** Writes a module that loads every n-th file. A file that cannot be loaded is a failed test and leaves the others as they are. */
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
const count = Math.min(os.availableParallelism(), files.length);
const programs = isPure
  ? Array.from({ length: count }, (_, index) => share(index, count))
  : files.map((name) => path.join(outdir, name));

const run = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    '--test',
    ...(isPure ? [`--test-concurrency=${count}`] : []),
    `--test-reporter=${pathToFileURL(path.join(import.meta.dirname, 'reporter.mjs'))}`,
    ...programs,
  ],
  {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, PLUGBOARD_ROOT: root, PLUGBOARD_RING: ring },
  },
);
process.stdout.write(run.stdout);
fs.rmSync(outdir, { recursive: true, force: true });
// A skipped test that CI does not excuse failed, though node's runner did not count it.
process.exitCode = run.status === 0 && / 0 failed, \d+ skipped\s*$/.test(run.stdout) ? 0 : 1;
