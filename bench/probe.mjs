// Loaded into a measured process with `--import`: reports its CPU time and memory to its parent when asked over IPC. A request
// to collect garbage first needs `--expose-gc`.
process.on('message', ({ collects }) => {
  if (collects) globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: (user + system) / 1000, memory: process.memoryUsage() });
});
// The process ends as it would without the channel.
process.channel?.unref();
