// Loaded into the server's process by `node --import`: after SIGUSR2 it collects garbage and reports the memory in use.
import { writeSync } from 'node:fs';

process.on('SIGUSR2', () => {
  // The second run frees what finalizers of the first released.
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  writeSync(2, `memory ${heapUsed} ${rss}\n`);
});
