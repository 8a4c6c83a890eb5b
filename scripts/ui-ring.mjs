// Runs test/ui in a real browser: `pages` shows the panels' pages alone, `windows` a real workbench with the packaged extension.
// Browser and workbench server are started once. Screenshots are in test/ui/shots; those of the pages are taken with SHOTS=1.
// Its last line is `ui: N passed, N failed, N skipped`; words on the command line select files by name.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { packExtension } from './pack.mjs';
import { run, summarise } from './testRuns.mjs';
import { ensureBrowser, ensureWorkbench, root, startBrowser, startServer } from './workbench.mjs';

const made = path.join(root, 'dist-test/ui');
const words = process.argv.slice(2);

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

function filesOf(part) {
  const folder = path.join(root, 'test/ui', part);
  const isWanted = (name) =>
    name.endsWith('.test.mjs') && (words.length === 0 || words.some((word) => name.includes(word)));
  return fs
    .readdirSync(folder)
    .filter(isWanted)
    .map((name) => path.join(folder, name));
}

/** Runs files one after another: the windows share the settings of a user, and a busy page would slow its neighbour down. */
const inTurn = (files, env) => run('ui', ['--test', '--test-concurrency=1', ...files], env);

async function runPages(files, browser) {
  await bundleAnswers();
  return inTurn(files, browser);
}

async function runWindows(files, browser) {
  const server = await startServer({ vsix: await packExtension(root, path.join(made, 'plugboard.vsix')) });
  try {
    const { origin, folder } = server;
    return await inTurn(files, { ...browser, PLUGBOARD_WORKBENCH: JSON.stringify({ origin, folder }) });
  } finally {
    await server.stop();
  }
}

try {
  await ensureBrowser();
  await ensureWorkbench();
} catch (error) {
  skip(error.message);
}
fs.mkdirSync(made, { recursive: true });
const browser = await startBrowser();
const env = { PLUGBOARD_BROWSER: browser.wsEndpoint() };
const parts = [
  [filesOf('pages'), runPages],
  [filesOf('windows'), runWindows],
];
const ends = await Promise.allSettled(
  parts.filter(([files]) => files.length > 0).map(([files, runPart]) => runPart(files, env)),
);
await browser.close();
const total = summarise(ends.filter(({ status }) => status === 'fulfilled').map(({ value }) => value));
for (const { reason } of ends.filter(({ status }) => status === 'rejected')) {
  console.log(`✗ ${reason.message}`);
  total.failed++;
}
console.log(`ui: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
