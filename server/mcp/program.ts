import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { getDefaultEnvironment } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/sdk/shared/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';
import { codeOf, sentenceOf, spokenFailure } from './explain.ts';
import type { Line } from './line.ts';
import { type Failure, failure, type LocalServer } from './model.ts';
import { Tail } from './tail.ts';

/** The maximum size of one message and of all messages together, in bytes. */
const messageLimit = 16_000_000;
const limit = 64_000_000;
/** How long a program may take to end by itself, and then after a termination signal, in milliseconds. */
const killTimeouts = { byItself: 300, whenTold: 700 };

/** A program in a separate process group, so that everything it starts ends with it. */
export class Program implements Transport, Line {
  onmessage?: (message: JSONRPCMessage) => void;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  readonly transport = this;
  readonly #server: LocalServer;
  readonly #buffer = new ReadBuffer({ maxBufferSize: messageLimit });
  readonly #stderr = new Tail();
  #child: ChildProcessWithoutNullStreams | undefined;
  #exited: Promise<void> = Promise.resolve();
  #left = limit;
  #hasTooMuch = false;
  readonly #endNow = () => this.#signal('SIGKILL');

  constructor(server: LocalServer) {
    this.#server = server;
  }

  async start(): Promise<void> {
    const { command, args = [], env, cwd } = this.#server;
    if (cwd !== undefined && !fs.statSync(cwd, { throwIfNoEntry: false })?.isDirectory())
      throw Object.assign(new Error(`no such folder: ${cwd}`), { code: 'ENOENT' });
    const child = spawn(command, args, {
      env: { ...getDefaultEnvironment(), ...env },
      stdio: 'pipe',
      detached: true,
      ...(cwd !== undefined && { cwd }),
    });
    this.#child = child;
    process.once('exit', this.#endNow);
    child.stderr.on('data', (chunk: Buffer) => this.#stderr.add(chunk));
    child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    // An error of a pipe also ends the program, whose exit is reported separately.
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.on('error', () => {});
    this.#exited = new Promise((resolve) => {
      child.once('error', () => resolve());
      child.once('exit', () => resolve());
    });
    // Its last output may not have arrived yet.
    child.once('exit', () => void sleep(50).then(() => this.onclose?.()));
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
  }

  async send(message: JSONRPCMessage): Promise<void> {
    this.#child?.stdin.write(serializeMessage(message));
  }

  #read(chunk: Buffer): void {
    this.#left -= chunk.byteLength;
    try {
      if (this.#left < 0) throw new Error('too much');
      this.#buffer.append(chunk);
    } catch {
      this.#hasTooMuch = true;
      this.#signal('SIGKILL');
      return;
    }
    for (let more = true; more; ) {
      try {
        const message = this.#buffer.readMessage();
        more = message !== null;
        if (message) this.onmessage?.(message);
      } catch (error) {
        if (error instanceof Error) this.onerror?.(error);
      }
    }
  }

  explain(error: unknown): Failure {
    const { command } = this.#server;
    if (this.#hasTooMuch) return failure('other', 'The program’s output is too large for a list of tools.');
    const child = this.#child;
    if (!child || child.pid === undefined) return notStarted(error, command);
    if (child.exitCode === null && child.signalCode === null) {
      const spoken = spokenFailure(error);
      return { ...spoken, detail: [spoken.detail, this.#stderr.lines()].filter(Boolean).join('\n') };
    }
    const how = child.signalCode === null ? `with exit code ${child.exitCode}` : `by ${child.signalCode}`;
    const todo = this.#stderr.lines()
      ? 'Its last output says why.'
      : 'It printed nothing. Run its command in a terminal.';
    return failure('exited', `The program ended ${how} before it answered. ${todo}`, this.#stderr.lines());
  }

  /** Ends the program and everything that it started: first by closing its input, then with SIGTERM, then with SIGKILL. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined) return;
    child.stdin.end();
    await this.#waitFor(killTimeouts.byItself);
    if (this.#signal('SIGTERM')) await this.#waitForGroup(killTimeouts.whenTold);
    this.#signal('SIGKILL');
    await this.#waitFor(killTimeouts.whenTold);
    process.off('exit', this.#endNow);
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
    this.#buffer.clear();
  }

  async #waitFor(milliseconds: number): Promise<void> {
    const late = new AbortController();
    await Promise.race([this.#exited, sleep(milliseconds, undefined, { signal: late.signal }).catch(() => {})]);
    late.abort();
  }

  async #waitForGroup(milliseconds: number): Promise<void> {
    for (let waited = 0; waited < milliseconds && this.#signal(0); waited += 50) await sleep(50);
  }

  /** Sends a signal to the whole group. @returns whether any process of it is left. */
  #signal(signal: NodeJS.Signals | 0): boolean {
    const pid = this.#child?.pid;
    try {
      return pid !== undefined && process.kill(-pid, signal);
    } catch {
      return false;
    }
  }
}

function notStarted(error: unknown, command: string): Failure {
  const code = codeOf(error);
  const why =
    code === 'ENOENT' && /^no such folder/.test(sentenceOf(error))
      ? 'its working folder does not exist'
      : code === 'ENOENT'
        ? `there is no program ${command}; install it or write its full path`
        : code === 'EACCES' || code === 'EPERM'
          ? `${command} is not executable; run chmod +x on it`
          : 'the system refused to start it';
  return failure('not-started', `The program was not started: ${why}.`, sentenceOf(error));
}
