// CPU time, and how it grows.

/** An operation that would take longer is not measured, in milliseconds. */
const longest = 20_000;
/** A time below this is mostly noise, in milliseconds. */
export const measurable = 20;
/** An exponent above this is more than n·log n at these sizes. */
export const steep = 1.15;

/** Returns the CPU time of `work` on all threads, in milliseconds. Other programs hardly affect it. */
export function cpuTime(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Returns the exponent of growth between two measurements: 1 for linear, 2 for quadratic. */
export const exponent = (from, to) => Math.log(to.time / from.time) / Math.log(to.size / from.size);

/** Returns the exponents between neighbouring measurements; only the later one must be large enough to mean something. */
export const exponents = (points) =>
  points
    .slice(1)
    .map((to, i) =>
      to.time < measurable ? undefined : exponent({ ...points[i], time: Math.max(points[i].time, 0.05) }, to),
    );

/** Whether the last step grows more than n·log n, at a cost that matters. */
export const isSteep = (points) => (exponents(points).at(-1) ?? 0) > steep;

/** Whether the next size is worth a try: its expected time, from the growth so far, is not too long. */
export function isBearable(points, size) {
  const last = points.at(-1);
  if (!last) return true;
  const power = Math.max(1.2, exponents(points).at(-1) ?? 1.2);
  return last.time * (size / last.size) ** power < longest;
}
