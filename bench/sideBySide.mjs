// `node bench/sideBySide.mjs [--write] PLUGIN …` runs `plugboard check` and other checkers on the same plugins, one process per
// plugin, and prints what each of them costs. By default on the plugins of sample/. The others are installed from npm into a
// temporary folder; one that cannot be installed is said to be missing. Needs bash, which reports the CPU time. Build first.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { machine, quantile, tableOf, writeDocument } from './tables.mjs';

const root = path.resolve(import.meta.dirname, '..');
const named = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const plugins =
  named.length > 0 ? named.map((each) => path.resolve(each)) : pluginsIn(path.join(root, 'sample/org-plugins'));
const runs = 3;
const others = {
  'claude plugin validate': { from: '@anthropic-ai/claude-code', program: 'claude', args: ['plugin', 'validate'] },
  agnix: { from: 'agnix', program: 'agnix', args: [] },
};

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'plugboard-side-'));
try {
  const rows = [['plugboard check', ...measured([process.execPath, path.join(root, 'dist/cli.js'), 'check'])]];
  for (const [name, other] of Object.entries(others)) rows.push([name, ...measureOther(name, other)]);
  const table = tableOf(['checker', 'CPU per plugin, ms', 'exit codes'], rows);
  console.log(table);
  if (process.argv.includes('--write')) {
    const what = `the median of ${runs} runs of one process on each of ${plugins.length} plugins`;
    writeDocument('side-by-side', `# Side by side\n\n${machine()}: ${what}.\n\n${table}`);
  }
} finally {
  fs.rmSync(temporary, { recursive: true, force: true });
}

function measureOther(name, { from, program, args }) {
  const folder = path.join(temporary, name.replaceAll(' ', '-'));
  fs.mkdirSync(folder);
  fs.writeFileSync(path.join(folder, 'package.json'), '{}');
  const options = { cwd: folder, encoding: 'utf8', timeout: 180_000 };
  const installed = spawnSync('npm', ['install', from, '--no-audit', '--no-fund', '--loglevel=error'], options);
  const file = path.join(folder, 'node_modules/.bin', program);
  if (installed.status !== 0 || !fs.existsSync(file)) return ['–', 'cannot be installed here'];
  return measured([file, ...args]);
}

/** Returns the median CPU time of a command on a plugin, and its exit codes. */
function measured(command) {
  const times = [];
  const codes = new Set();
  for (let i = 0; i < runs; i++) {
    for (const plugin of plugins) {
      const { cpu, code } = run([...command, plugin]);
      times.push(cpu);
      codes.add(code);
    }
  }
  return [quantile(times, 0.5).toFixed(0), [...codes].sort().join(', ')];
}

/** Runs a command and returns the CPU time of it and its children, in milliseconds: the second line of `times`. */
function run(command) {
  const script = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';
  const env = { ...process.env, HOME: temporary, DISABLE_AUTOUPDATER: '1' };
  const { stdout, status } = spawnSync('bash', ['-c', script, 'bash', ...command], { encoding: 'utf8', env });
  const [, children = ''] = stdout.trim().split('\n');
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
  return { cpu: cpu * 1000, code: status };
}

function pluginsIn(folder) {
  return fs.readdirSync(folder).map((name) => path.join(folder, name));
}
