// Runs test/ui: a packaged extension in a real workbench, and the panel's page by itself in a real browser. Screenshots are in
// test/ui/shots. Its last line is `ui: N passed, N failed, N skipped`; words on the command line select files by name.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { ensureBrowser, ensureWorkbench, root } from './workbench.mjs';

const folder = path.join(root, 'test/ui');
const made = path.join(root, 'dist-test/ui');
const words = process.argv.slice(2);

/** Packages the extension as for users. */
function pack() {
  const vsix = path.join(made, 'plugboard.vsix');
  const vsce = path.join(root, 'node_modules/@vscode/vsce/vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsix];
  const run = spawnSync(process.execPath, [vsce, 'package', ...options], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`the extension could not be packed\n${run.stdout}${run.stderr}`);
  return vsix;
}

/** The answers that the pages show are written in TypeScript; tests of the pages get them as bundled modules. */
const bundleAnswers = () =>
  build({
    entryPoints: ['effectiveAnswer', 'surfacesAnswer'].map((name) => path.join(root, `test/support/${name}.ts`)),
    outdir: made,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
    logLevel: 'warning',
  });

function skip(reason) {
  console.log(`${process.env.CI ? '✗' : '-'} tests in the browser: ${reason}`);
  console.log(`ui: 0 passed, ${process.env.CI ? 1 : 0} failed, ${process.env.CI ? 0 : 1} skipped`);
  process.exit(process.env.CI ? 1 : 0);
}

try {
  await ensureBrowser();
  await ensureWorkbench();
} catch (error) {
  skip(error.message);
}
try {
  fs.mkdirSync(made, { recursive: true });
  await bundleAnswers();
  const vsix = pack();
  const isWanted = (name) =>
    name.endsWith('.test.mjs') && (words.length === 0 || words.some((word) => name.includes(word)));
  const files = fs.readdirSync(folder).filter(isWanted);
  const run = spawnSync(
    process.execPath,
    [
      ...['--test', '--test-concurrency=1', `--test-reporter=${path.join(root, 'scripts/reporter.mjs')}`],
      ...['--test-reporter-destination=stdout', ...files.map((name) => path.join(folder, name))],
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PLUGBOARD_ROOT: root, PLUGBOARD_RING: 'ui', PLUGBOARD_VSIX: vsix },
    },
  );
  process.exit(run.status ?? 1);
} catch (error) {
  console.log(`✗ ${error.message}\nui: 0 passed, 1 failed, 0 skipped`);
  process.exit(1);
}
