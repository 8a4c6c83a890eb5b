import assert from 'node:assert/strict';
import path from 'node:path';
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { root } from '../../support/root.ts';

/** The result of one run of the command line. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The environment of every run. */
export const environment = { PATH: process.env.PATH, HOME: '/nonexistent' };

/** A run that takes longer hangs, in milliseconds. */
const patience = 300_000;

/** The built command line in a process that stays: a run takes a tenth of the time of a process of its own. */
export class CommandLine {
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));
  #port: MessagePort | undefined;

  /** Starts the thread of the process. It does not keep the tests from ending. */
  #start(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    const thread = new Worker(path.join(root, 'test/cli/commandLine/thread.mjs'), {
      workerData: { port: port2, answered: this.#answered, env: { ...environment, PLUGBOARD_ROOT: root } },
      transferList: [port2],
      execArgv: [],
    });
    thread.unref();
    return port1;
  }

  /** Runs the command line in `cwd`, and waits until it has ended. */
  run(cwd: string, args: readonly string[]): Ran {
    this.#port ??= this.#start();
    Atomics.store(this.#answered, 0, 0);
    this.#port.postMessage({ cwd, args });
    assert.notEqual(Atomics.wait(this.#answered, 0, 0, patience), 'timed-out', `${args.join(' ')} does not end`);
    return receiveMessageOnPort(this.#port)?.message as Ran;
  }
}
