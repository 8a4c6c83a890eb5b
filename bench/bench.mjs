// `npm run bench -- FOLDER` measures in one run: the floor (walk, read, bare parse), the check, and the language server with
// 2,000 open documents. Ratios within one run can be compared; times of two machines cannot.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { documents } from './documents.mjs';
import { startServer } from './server.mjs';

const root = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(process.env.INIT_CWD ?? '.', process.argv[2] ?? path.join(root, 'sample'));
const open = 2_000;
const runs = 7;
const samples = 60;
if (!fs.existsSync(folder)) {
  console.error(`bench: no such folder: ${folder}`);
  process.exit(2);
}
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-bench-'));
try {
  await checks();
  await server();
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}

/** Whole processes, alternating, so that a slow phase of the machine affects both. */
async function checks() {
  const floor = path.join(temporary, 'floor.mjs');
  await build({
    entryPoints: [path.join(root, 'bench/floor.mjs')],
    outfile: floor,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  const times = { floor: [], check: [] };
  for (let i = 0; i <= runs; i++) {
    const round = {
      floor: time(floor, folder),
      check: time(path.join(root, 'dist/cli.js'), 'check', folder, '--format', 'json'),
    };
    // The first round fills the disk cache.
    if (i > 0) for (const key of Object.keys(times)) times[key].push(round[key]);
  }
  const ratio = quantile(times.check, 0.5) / quantile(times.floor, 0.5);
  console.log(`\n${path.relative(process.cwd(), folder) || '.'}, whole processes, median of ${runs}`);
  line('floor: walk, read, parse', `${quantile(times.floor, 0.5).toFixed(0)} ms`);
  line('plugboard check', `${quantile(times.check, 0.5).toFixed(0)} ms`, `${ratio.toFixed(2)} × floor`);
}

function time(...args) {
  const started = performance.now();
  const run = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  if (run.status === null || run.status > 1) throw new Error(`${args[0]} ended with ${run.status ?? run.signal}`);
  return performance.now() - started;
}

async function server() {
  const all = documents(folder, temporary, open);
  const started = performance.now();
  const server = await startServer(path.join(root, 'dist/server.js'), temporary, all);
  console.log(
    `\nLanguage server over stdio, ${all.length} documents open (ready after ${(performance.now() - started).toFixed(0)} ms), ${samples} samples`,
  );
  const bad = (i) => `{ "mcpServers": { "s${i}": { "url": "https://a.example.com/${i}", "typ${i}": "http" } } }\n`;
  const uriOf = (i) => pathToFileURL(path.join(temporary, 'org-plugins', `new-${i}`, '.mcp.json')).href;
  const typed = 'definition, typing';
  const times = { 'open → diagnostics': [], 'change → diagnostics': [] };
  const at = (character) => ({ position: { line: 0, character } });
  const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
  const asked = {
    completion: ['textDocument/completion', at(35)],
    hover: ['textDocument/hover', at(5)],
    // The first request collects all names again, since a file was added.
    definition: ['textDocument/definition', at(20)],
    highlights: ['textDocument/documentHighlight', at(20)],
    'rename, prepared': ['textDocument/prepareRename', at(20)],
    links: ['textDocument/documentLink', {}],
    'selection ranges': ['textDocument/selectionRange', { positions: [{ line: 0, character: 20 }] }],
    'code lenses, after a pause': ['textDocument/codeLens', {}],
    'inlay hints': ['textDocument/inlayHint', { range }],
    symbols: ['workspace/symbol', { query: 'server' }],
  };
  for (const name of [...Object.keys(asked), typed]) times[name] = [];
  for (let i = 0; i < samples; i++) {
    const uri = uriOf(i);
    await server.idle();
    times['open → diagnostics'].push(await server.open({ uri, text: bad(i) }));
    times['change → diagnostics'].push(await server.change(uri, 2, bad(`${i}x`)));
    await server.idle();
    for (const [name, [method, params]] of Object.entries(asked)) {
      times[name].push(await server.request(method, uri, params));
    }
    await server.change(uri, 3, ` ${bad(`${i}x`)}`);
    times[typed].push(await server.request('textDocument/definition', uri, at(20)));
  }
  for (const [name, values] of Object.entries(times)) {
    line(name, `p50 ${quantile(values, 0.5).toFixed(1)} ms`, `p95 ${quantile(values, 0.95).toFixed(1)} ms`);
  }
  const { memory } = await server.usage({ collects: true });
  const megabytes = (bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  line('memory, after a collection', `RSS ${megabytes(memory.rss)}`, `heap ${megabytes(memory.heapUsed)}`);
  await server.stop();
}

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}

function line(name, ...columns) {
  console.log(`  ${name.padEnd(28)}${columns.map((column) => column.padEnd(18)).join('')}`);
}
