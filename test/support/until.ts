import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a slow machine may take before a test fails because something never happened, in milliseconds. */
const patience = 60_000;

/** Waits until `look` returns something other than undefined, and returns it. */
export async function until<T>(what: string, look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const late = performance.now() + patience; performance.now() < late; await sleep(20)) {
    const value = await look();
    if (value !== undefined) return value;
  }
  throw new Error(`never came: ${what}`);
}

/** Waits until a program has written `file`, and returns the process ids in it. */
export const pidsIn = (file: string): Promise<readonly number[]> =>
  until(`process ids in ${file}`, () => {
    const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
    return text === '' ? undefined : text.split(' ').map(Number);
  });

function isRunning(pid: number): boolean {
  try {
    // A zombie process, which has ended and waits for its parent, no longer runs.
    return process.kill(pid, 0) && !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** Waits until none of these processes runs: a signal takes effect a moment after it was sent. */
export async function ended(pids: readonly number[]): Promise<void> {
  await until(`the end of ${pids.join(', ')}`, () => (pids.some(isRunning) ? undefined : true));
}
