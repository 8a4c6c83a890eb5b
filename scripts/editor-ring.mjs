// Runs test/editor inside a real extension host: desktop VS Code if it is available, otherwise the served workbench. Its last
// line is `editor: N passed, N failed, N skipped`. HOST=desktop|workbench selects the host; MOCHA_GREP selects tests.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { build } from 'esbuild';
import { copyWorkspace, openBrowser, root, startServer, workbenchUrl } from './workbench.mjs';

/** A limit for all tests together, in milliseconds; each has a limit of its own. On an idle machine they take two minutes. */
const timeout = Number(process.env.TEST_TIMEOUT ?? 900_000);
const workspace = path.join(root, 'test/fixtures/workspace');
const bundle = path.join(root, 'dist-test/editor');
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-editor-'));
const report = path.join(temporary, 'report.json');

async function bundleTests() {
  const folder = path.join(root, 'test/editor');
  const names = fs.readdirSync(folder).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  fs.rmSync(bundle, { recursive: true, force: true });
  await build({
    entryPoints: names.map((name) => path.join(folder, name)),
    outdir: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // The extension host loads them with `require`, and the project's own files are ES modules.
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(bundle, 'index.cjs');
}

/** Whether VS Code is installed, or can be downloaded. */
async function desktopAtHand() {
  if (process.env.VSCODE_EXECUTABLE) return true;
  const cache = path.join(root, '.vscode-test');
  if (fs.existsSync(cache) && fs.readdirSync(cache).some((name) => name.startsWith('vscode-'))) return hasScreen();
  if (!hasScreen()) return false;
  const address = 'https://update.code.visualstudio.com/api/releases/stable';
  return fetch(address, { signal: AbortSignal.timeout(3000) })
    .then(({ ok }) => ok)
    .catch(() => false);
}
const hasScreen = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

async function onDesktop(tests) {
  const { runTests } = await import('@vscode/test-electron');
  const folder = path.join(temporary, 'workspace');
  fs.cpSync(workspace, folder, { recursive: true });
  await runTests({
    ...(process.env.VSCODE_EXECUTABLE && { vscodeExecutablePath: process.env.VSCODE_EXECUTABLE }),
    version: process.env.VSCODE_VERSION ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: tests,
    extensionTestsEnv: { TEST_REPORT: report, MOCHA_GREP: process.env.MOCHA_GREP },
    launchArgs: [
      ...[folder, '--disable-extensions', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
      ...['--disable-telemetry', '--disable-updates', `--user-data-dir=${path.join(temporary, 'user')}`],
    ],
  });
}

async function onWorkbench(tests) {
  const server = await startServer({ env: { TEST_REPORT: report } });
  const opened = copyWorkspace(workspace, server.folder);
  const { browser, context } = await openBrowser().catch(async (error) => {
    await server.stop();
    throw error;
  });
  const said = [];
  try {
    const page = await context.newPage();
    const code = await new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no result after ${timeout / 1000} s`)), timeout).unref();
      page.on('crash', () => reject(new Error('the page crashed')));
      // The workbench calls these two functions when it runs an extension's tests.
      const log = page.exposeFunction('codeAutomationLog', (_, args) => said.push(format(...args)));
      const exit = page.exposeFunction('codeAutomationExit', resolve);
      Promise.all([log, exit])
        .then(() => page.goto(workbenchUrl(server.origin, opened, { tests })))
        .catch(reject);
    });
    if (code !== 0 || process.env.VERBOSE) console.log(said.join('\n'));
  } catch (error) {
    console.log(said.join('\n'));
    console.log(fs.readFileSync(server.logFile, 'utf8').slice(-3000));
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Prints failures and totals. A missing report, or one without any test, is a failure. */
function summary(problem) {
  const { tests } = fs.existsSync(report) ? JSON.parse(fs.readFileSync(report, 'utf8')) : { tests: [] };
  const failed = tests.filter((test) => test.error);
  const skipped = tests.filter((test) => test.skipped);
  for (const { title, error } of failed) console.log(`✗ ${title}\n${error}`);
  for (const { title } of skipped) console.log(`${process.env.CI ? '✗' : '-'} ${title}: skipped`);
  const lost = (problem || tests.length === 0) && failed.length === 0 ? 1 : 0;
  if (lost) console.log(`✗ the tests could not be run: ${problem?.message ?? 'no report was written'}`);
  const bad = failed.length + lost + (process.env.CI ? skipped.length : 0);
  const good = tests.length - failed.length - skipped.length;
  console.log(`editor: ${good} passed, ${bad} failed, ${process.env.CI ? 0 : skipped.length} skipped`);
  return bad;
}

let problem;
try {
  const tests = await bundleTests();
  const desktop = process.env.HOST ? process.env.HOST === 'desktop' : await desktopAtHand();
  await (desktop ? onDesktop(tests) : onWorkbench(tests));
} catch (error) {
  problem = error;
}
const bad = summary(problem);
fs.rmSync(temporary, { recursive: true, force: true });
process.exit(bad === 0 ? 0 : 1);
