// Finds or installs a Chromium.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Returns the installed browser, or undefined: `CHROMIUM`, then PATH, then Playwright's own. */
function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  const own = process.env.CHROMIUM;
  if (own && !fs.existsSync(own)) throw new Error(`CHROMIUM names ${own}, which is not there.`);
  return [own, ...onPath, ...applications, chromium.executablePath()].find((file) => file && fs.existsSync(file));
}

const run = (command, ...args) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  const output = `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`.trim();
  return { ok: status === 0, last: output.split('\n').at(-1) ?? '' };
};

/**
 * Returns the path of a Chromium; if there is none, installs Playwright's or, as root, Debian's. Throws an Error that says why
 * there is none.
 */
export async function ensureBrowser() {
  const found = installed();
  if (found) return found;
  console.log('No Chrome or Chromium found. Fetching one (once) …');
  const cli = path.join(import.meta.dirname, '../node_modules/playwright-core/cli.js');
  const own = run(process.execPath, cli, 'install', 'chromium');
  if (own.ok && fs.existsSync(chromium.executablePath())) return chromium.executablePath();
  const isRoot = process.getuid?.() === 0;
  if (isRoot && run('apt-get', '--version').ok) {
    run('apt-get', 'update');
    const debian = run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
    const after = installed();
    if (after) return after;
    throw new Error(`no browser: the download failed (${own.last}), and so did apt-get (${debian.last})`);
  }
  throw new Error(
    `no browser: none is installed, the download failed (${own.last}), and without root nothing can be installed`,
  );
}

const launchOptions = async () => ({
  executablePath: await ensureBrowser(),
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--disable-background-networking',
    // Only this machine can be reached. A route that refuses the rest would also turn off the cache of the browser.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  ],
});

/** Starts a headless browser for other processes: `openBrowser` connects to it if `PLUGBOARD_BROWSER` is its `wsEndpoint()`. */
export const startBrowser = async () => chromium.launchServer(await launchOptions());

/** Opens a context, in the shared browser if there is one, else in a new one. */
export async function openBrowser({ width = 1280, height = 800, ...context } = {}) {
  const shared = process.env.PLUGBOARD_BROWSER;
  const browser = shared ? await chromium.connect(shared) : await chromium.launch(await launchOptions());
  const opened = await browser.newContext({ viewport: { width, height }, ...context });
  return { browser, context: opened };
}
