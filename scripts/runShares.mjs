// Bundles a long test and runs it in several processes at once, each with a share of the work.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import './ruleSummaries.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** Runs `entry` with its share, the number of shares, and `args`. @returns 0 if all processes exit with 0, otherwise 1. */
export async function runShares(entry, shares, args) {
  const outdir = path.join(root, 'dist-test', `${path.basename(path.dirname(entry))}-${process.pid}`);
  const outfile = path.join(outdir, 'long.mjs');
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    mainFields: ['module', 'main'],
    external: ['fast-check'],
    logLevel: 'warning',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const codes = await Promise.all(
    Array.from({ length: shares }, (_, share) => {
      const child = spawn(process.execPath, ['--enable-source-maps', outfile, `${share}`, `${shares}`, ...args], {
        cwd: process.cwd(),
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, PLUGBOARD_ROOT: root },
      });
      return new Promise((resolve) => child.on('close', resolve));
    }),
  );
  fs.rmSync(outdir, { recursive: true, force: true });
  return codes.every((code) => code === 0) ? 0 : 1;
}
