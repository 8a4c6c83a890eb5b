// Runs node's test runner in processes of its own and adds up what they count. Shared by the rings.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '..');

/** Starts node with the reporter and `args`. Resolves to its exit code, or the signal that ended it, and its output. */
export async function run(ring, args, env = {}) {
  const reporter = pathToFileURL(path.join(import.meta.dirname, 'reporter.mjs'));
  const child = spawn(process.execPath, [`--test-reporter=${reporter}`, ...args], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, PLUGBOARD_ROOT: root, PLUGBOARD_RING: ring, ...env },
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
  });
  const [code, signal] = await new Promise((resolve) => child.on('close', (...end) => resolve(end)));
  return { code: code ?? signal, output };
}

/** Prints what the runs of a ring reported. Returns their counts; a process that ended badly without a failed test counts as one. */
export function summarise(runs) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { code, output } of runs) {
    const { groups: counts, index } =
      /^\w+: (?<passed>\d+) passed, (?<failed>\d+) failed, (?<skipped>\d+) skipped\s*$/m.exec(output) ?? {};
    process.stdout.write(output.slice(0, index));
    for (const key of Object.keys(total)) total[key] += Number(counts?.[key] ?? 0);
    if (counts && (code === 0 || counts.failed !== '0')) continue;
    console.log(`✗ ${counts ? 'the tests passed, but their process' : 'a process'} ended with ${code}`);
    total.failed++;
  }
  return total;
}
