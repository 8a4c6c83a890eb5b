import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { root } from '../root.ts';

/** What a process did: the sockets it opened, the programs it started, and how often it read a file or a folder. */
export interface Deeds {
  readonly sockets: readonly string[];
  readonly programs: readonly string[];
  readonly reads: number;
  readonly folders: number;
}

/** Code that runs in the process before the product and notes in `file` what it does. */
const watcher = (file: string, vanishing: string): string => `
import { createRequire, syncBuiltinESMExports } from 'node:module';
const require = createRequire('file:///');
const fs = require('node:fs');
const note = (what) => fs.appendFileSync(${JSON.stringify(file)}, what + '\\n');
const wrap = (object, name, describe) => {
  const original = object[name];
  object[name] = function (...args) { describe(...args); return original.apply(this, args); };
};
const net = require('node:net');
wrap(net.Socket.prototype, 'connect', (...args) => note('socket connect ' + JSON.stringify(args[0])));
wrap(net.Server.prototype, 'listen', () => note('socket listen'));
wrap(require('node:dns'), 'lookup', (name) => note('socket lookup ' + name));
wrap(require('node:dgram').Socket.prototype, 'bind', () => note('socket bind'));
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  wrap(require('node:child_process'), name, (program, args) => note('program ' + JSON.stringify([program, ...(Array.isArray(args) ? args : [])])));
const counts = { reads: 0, folders: 0 };
wrap(fs, 'readFileSync', (name) => {
  counts.reads++;
  const vanishing = ${JSON.stringify(vanishing)};
  if (vanishing && String(name).endsWith(vanishing)) fs.rmSync(name);
});
wrap(fs, 'readdirSync', () => { counts.folders++; });
process.on('exit', () => note('counts ' + JSON.stringify(counts)));
syncBuiltinESMExports();
`;

export interface Watched {
  /** Arguments for node, before the program. */
  readonly args: readonly string[];
  deeds(): Deeds;
}

/**
 * Watches a process that is started with these arguments.
 * @param vanishing the end of a path: the file is removed at the moment at which it is read.
 */
export function watch(t: TestContext, vanishing = ''): Watched {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'plugboard-watched-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  const [notes, module] = [path.join(folder, 'notes.txt'), path.join(folder, 'watcher.mjs')];
  fs.writeFileSync(notes, '');
  fs.writeFileSync(module, watcher(notes, vanishing));
  const deeds = (): Deeds => {
    const lines = fs.readFileSync(notes, 'utf8').trimEnd().split('\n');
    const of = (what: string) =>
      lines.filter((line) => line.startsWith(`${what} `)).map((line) => line.slice(what.length + 1));
    const [counts = '{}'] = of('counts');
    return { sockets: of('socket'), programs: of('program'), ...JSON.parse(counts) };
  };
  return { args: ['--import', `file://${module}`], deeds };
}

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  readonly deeds: Deeds;
}

/** Runs the built command line in `cwd` and watches it. A run that does not end is killed after two minutes. */
export function watchedRun(
  t: TestContext,
  cwd: string,
  args: readonly string[],
  { vanishing = '', uid }: { readonly vanishing?: string; readonly uid?: number } = {},
): Ran {
  const watched = uid === undefined ? watch(t, vanishing) : undefined;
  const run = spawnSync(process.execPath, [...(watched?.args ?? []), path.join(root, 'dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
    env: { PATH: process.env.PATH, HOME: '/nonexistent' },
    ...(uid !== undefined && { uid }),
  });
  const deeds = watched?.deeds() ?? { sockets: [], programs: [], reads: 0, folders: 0 };
  return { code: run.signal ? null : run.status, out: run.stdout, err: run.stderr, deeds };
}
