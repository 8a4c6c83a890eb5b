// A panel's page by itself, without a workbench: as the editor would load it, with a theme's variables.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const root = process.env.PLUGBOARD_ROOT ?? path.resolve(import.meta.dirname, '../../..');
const types = { '.js': 'text/javascript', '.css': 'text/css', '.ttf': 'font/ttf' };

const page = (bundle) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A panel</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; font-src 'self'; script-src 'nonce-test'">
<link rel="stylesheet" href="/theme/dark.css"><link rel="stylesheet" href="/dist/${bundle}.css"></head>
<body><script nonce="test" src="/host.js"></script><script nonce="test" src="/dist/${bundle}.js"></script></body></html>`;

// Replaces the editor: keeps what the page posts, and its state.
const host = `window.posted = []; window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.posted.push(message),
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)) });`;

const themeCss = (theme) => {
  const colors = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'themes.json'), 'utf8'));
  const all = { ...colors.common, ...colors[theme] };
  const variables = Object.entries(all).map(([name, value]) => `--vscode-${name}: ${value};`);
  return `:root { color-scheme: ${theme === 'light' ? 'light' : 'dark'}; ${variables.join(' ')} }`;
};

/** Serves the page of a bundle on a loopback port. */
export async function servePanel(bundle = 'panel') {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type, body) => response.writeHead(200, { 'content-type': type }).end(body);
    const file = path.join(root, 'dist', path.basename(pathname));
    if (pathname === '/') send('text/html', page(bundle));
    else if (pathname === '/left') send('text/html', '<!doctype html><title>Left</title>');
    else if (pathname === '/host.js') send('text/javascript', host);
    else if (pathname.startsWith('/theme/')) send('text/css', themeCss(path.basename(pathname, '.css')));
    else if (pathname.startsWith('/dist/') && fs.existsSync(file))
      send(types[path.extname(file)] ?? 'text/plain', fs.readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/**
 * Leaves the page of the test before, with all that it keeps, and takes the mouse away. The state is cleared only after
 * the page is gone: one that is still there saves it again with its next scroll event.
 */
export async function renew(page) {
  if (page.url() !== 'about:blank') {
    await page.goto(new URL('/left', page.url()).href);
    await page.evaluate(() => sessionStorage.clear());
  }
  await page.mouse.move(0, 0);
  await page.goto('about:blank');
}

/** Posts a message to a page as the editor does. It travels as text: arguments that are large objects take seconds. */
export const postTo = (page, message) =>
  page.evaluate((text) => window.postMessage(JSON.parse(text), '*'), JSON.stringify(message));

/** Gives a page the colours of another theme (`dark`, `light` or `hc`) while it is open, as the editor does. */
export const useTheme = (page, theme) =>
  page.evaluate(async (href) => {
    const before = document.querySelector('link[href^="/theme/"]');
    // A link that gets the address that it has would never load.
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    const loaded = new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = () => reject(new Error(`${href} did not load`));
    });
    before.before(link);
    await loaded;
    before.remove();
  }, `/theme/${theme}.css`);
