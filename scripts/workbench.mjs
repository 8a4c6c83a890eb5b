// Starts a real VS Code: its server on a loopback port, and its workbench in a browser. Used by tests and `npm start`.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureWorkbench, workbenchPaths } from './workbenchInstall.mjs';

export { ensureBrowser, openBrowser, startBrowser } from './workbenchBrowser.mjs';
export { ensureWorkbench, unsupported } from './workbenchInstall.mjs';

export const root = path.resolve(import.meta.dirname, '..');

/** Settings that disable everything that is not under test. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'npm.fetchOnlinePackageInfo': false,
  'json.schemaDownload.enable': false,
  'files.simpleDialog.enable': true,
  'files.autoSave': 'off',
  'git.enabled': false,
};

/** Resolves with the port when the server listens; rejects with its output if it exits before. */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(() => reject(new Error(`The workbench did not start in 60 s.\n${output}`)), 60_000);
    const read = (text) => {
      log.write(text);
      output += text;
      const port = /agent listening on (\d+)/.exec(output)?.[1];
      if (!port) return;
      clearTimeout(late);
      resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => reject(new Error(`The workbench ended with ${code}.\n${output}`)));
  });
}

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}\n${output}`))));
  });
}

/** Ends a server and everything it started: they share a process group. */
async function end(child) {
  child.removeAllListeners('exit');
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // It is gone already.
    }
  };
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const hard = setTimeout(() => signal('SIGKILL'), 3000);
    signal('SIGTERM');
    await gone;
    clearTimeout(hard);
  }
  signal('SIGKILL');
}

/**
 * Returns the URL of a workbench on `folder`, at a server with this origin. `dev` loads the extension from the project, `tests`
 * runs a bundle of tests in its host.
 */
export function workbenchUrl(origin, folder, { dev = false, tests } = {}) {
  const remote = (file) => `vscode-remote://${new URL(origin).host}${file}`;
  const payload = [['skipWelcome', 'true']];
  if (dev || tests) payload.push(['extensionDevelopmentPath', remote(root)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)]);
  const url = new URL(origin);
  url.searchParams.set('folder', folder);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** Copies the workspace `from` into a new folder below `below`, and returns the path of the copy. `prepare` is called with that path. */
export function copyWorkspace(from, below, prepare) {
  const copy = path.join(fs.mkdtempSync(path.join(below, 'opened-')), path.basename(from));
  fs.cpSync(from, copy, { recursive: true });
  prepare?.(copy);
  return copy;
}

/**
 * Starts a VS Code server with temporary data for any number of workbenches. `vsix` is the package of an extension to install.
 * Resolves to its origin and its folder, which `stop` removes.
 */
export async function startServer({ vsix, settings = {}, env = {} } = {}) {
  await ensureWorkbench();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-workbench-'));
  const data = path.join(folder, 'data');
  fs.mkdirSync(path.join(data, 'User'), { recursive: true });
  fs.writeFileSync(path.join(data, 'User/settings.json'), JSON.stringify({ ...quiet, ...settings }, null, 2));

  const base = [workbenchPaths.server, '--server-data-dir', folder, '--user-data-dir', data];
  base.push('--extensions-dir', path.join(folder, 'extensions'), '--accept-server-license-terms');
  base.push('--telemetry-level', 'off', '--disable-workspace-trust', '--force-disable-user-env');
  // Without it, a built workbench ignores the folder of an extension under development.
  base.push('--enable-smoke-test-driver');
  // It gets a separate home, so that nothing is left behind, and no gallery, since there may be no network.
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const childEnv = { ...inherited, HOME: folder, TMPDIR: folder, EXTENSIONS_GALLERY: '{}', ...env };
  if (vsix) await run(workbenchPaths.node, [...base, '--install-extension', vsix, '--force'], childEnv);

  const logFile = path.join(folder, 'server.log');
  const log = fs.createWriteStream(logFile);
  const child = spawn(
    workbenchPaths.node,
    [...base, '--host', '127.0.0.1', '--port', '0', '--without-connection-token'],
    {
      env: childEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    },
  );
  const stop = async () => {
    await end(child);
    log.end();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  let port;
  try {
    port = await listening(child, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    origin: `http://127.0.0.1:${port}/`,
    folder,
    logFile,
    stop,
    ended: new Promise((resolve) => child.once('exit', resolve)),
  };
}

/** For `npm start`: serves the workbench with the extension on `workspace` until it is interrupted, and prints the URL. */
export async function serve(workspace) {
  const settings = {
    'workbench.colorTheme': 'Default Dark Modern',
    'files.autoSave': 'afterDelay',
    'git.enabled': true,
  };
  const server = await startServer({ settings });
  const url = workbenchUrl(server.origin, path.resolve(workspace), { dev: true });
  console.log(`VS Code with the extension, on ${workspace}:\n\n  ${url}\n\nCtrl+C ends it.`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    server.ended.then(resolve);
  });
  await server.stop();
}
