import { execFile } from 'node:child_process';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { codeOf, sentenceOf, spokenFailure } from './explain.ts';
import type { Line } from './line.ts';
import { failure, type LocalServer } from './model.ts';
import { Tail } from './tail.ts';

/**
 * Starts a program on Windows, which has no process groups, and where `npx` is a script that must be found and quoted, which
 * the SDK does.
 */
export function openWindowsProgram({ command, args = [], env, cwd }: LocalServer, endTree = endWithChildren): Line {
  const transport = new StdioClientTransport({
    command,
    args: [...args],
    stderr: 'pipe',
    ...(env && { env: { ...env } }),
    ...(cwd !== undefined && { cwd }),
  });
  const stderr = new Tail();
  transport.stderr?.on('data', (chunk: Buffer) => stderr.add(chunk));
  return {
    transport,
    explain: (error) => {
      if (codeOf(error) !== undefined)
        return failure('not-started', `The program was not started. Is there a program ${command}?`, sentenceOf(error));
      if (transport.pid !== null) return { ...spokenFailure(error), detail: stderr.lines() || sentenceOf(error) };
      return failure('exited', 'The program ended before it answered. Its last output says why.', stderr.lines());
    },
    close: async () => {
      if (transport.pid !== null) await endTree(transport.pid);
      await transport.close().catch(() => {});
    },
  };
}

const endWithChildren = (pid: number): Promise<void> =>
  new Promise((resolve) => {
    execFile('taskkill', ['/T', '/F', '/PID', String(pid)], { timeout: 2000, windowsHide: true }, () => resolve());
  });
