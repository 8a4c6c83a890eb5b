// Bundles the tests of one ring and runs them: `node scripts/ring.mjs core [word in the file's name …]`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import './validators.mjs';

const root = path.resolve(import.meta.dirname, '..');
const [ring = 'core', ...words] = process.argv.slice(2);
const folder = path.join(root, 'test', ring);
const wanted = (name) => name.endsWith('.test.ts') && (words.length === 0 || words.some((word) => name.includes(word)));
const entryPoints = fs
  .readdirSync(folder, { recursive: true })
  .filter(wanted)
  .map((name) => path.join(folder, name));
const outdir = path.join(root, 'dist-test', `${ring}-${process.pid}`);
await build({
  entryPoints,
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  external: ['fast-check', 'esbuild'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});
const files = fs.readdirSync(outdir, { recursive: true }).filter((name) => name.endsWith('.test.mjs'));
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', '--test', ...files.map((name) => path.join(outdir, name))],
  { cwd: root, stdio: 'inherit', env: { ...process.env, PLUGBOARD_ROOT: root } },
);
fs.rmSync(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);
