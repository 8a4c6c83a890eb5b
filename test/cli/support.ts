import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { root } from '../support/root.ts';
import { CommandLine, environment, type Ran } from './commandLine/run.ts';

const commandLine = new CommandLine();

/** Runs the built command line in `cwd`, in a process that stays for all runs. It must never print a stack trace. */
export function plugboard(cwd: string, ...args: readonly string[]): Ran {
  const ran = commandLine.run(cwd, args);
  assert.notEqual(ran.code, null, ran.err);
  assert.doesNotMatch(ran.err, /^\s+at /m);
  return ran;
}

/** Does the same as `plugboard`, in a process of its own, as a user starts it. */
export function plugboardProcess(cwd: string, ...args: readonly string[]): Ran {
  const run = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: environment,
  });
  assert.equal(run.signal, null);
  assert.doesNotMatch(run.stderr, /^\s+at /m);
  return { code: run.status, out: run.stdout, err: run.stderr };
}

/** Creates a folder with these files, which is removed when the test ends. */
export function folderOf(t: TestContext, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'plugboard-cli-'));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** A policy with one error: its server's URL is http. */
export const badPolicy = `{
  "inferenceProvider": "anthropic",
  "managedMcpServers": [
    { "name": "crm", "transport": "http", "url": "http://crm.example.com/mcp" }
  ]
}
`;

/** A finding in the JSON of `check`. */
export interface Problem {
  readonly file: string;
  readonly range: Record<'start' | 'end', { readonly line: number; readonly character: number }>;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly fixes: readonly string[];
  readonly related: readonly Problem[];
}
export interface Checked {
  readonly documents: number;
  readonly problems: readonly Problem[];
}

export function check(cwd: string, ...args: readonly string[]): Ran & Checked {
  const ran = plugboard(cwd, 'check', '--format', 'json', ...args);
  return { ...ran, ...(JSON.parse(ran.out) as Checked) };
}
