// Keeps a process of the command line and passes runs on to it. It is a thread because tests wait for a run as for a function,
// which a process can answer only to somebody else.
import { fork } from 'node:child_process';
import path from 'node:path';
import { workerData } from 'node:worker_threads';

const { port, answered, env } = workerData;
let child;

function start() {
  const script = path.join(import.meta.dirname, 'process.mjs');
  return fork(script, { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

function answer(ran) {
  child.removeAllListeners();
  port.postMessage(ran);
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
}

port.on('message', (asked) => {
  if (!child?.connected) child = start();
  child.once('message', answer);
  child.once('exit', (code, signal) => answer({ code: null, out: '', err: `ended with ${signal ?? code}` }));
  child.send(asked);
});
