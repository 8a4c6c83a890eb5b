/** The newest app whose keys the catalogue knows in full. */
export const newestVersion = '1.46388.4';

/** Negative, zero or positive as `a` is older than, equal to or newer than `b`. Missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Whether the oldest app of a fleet lacks what came with `since`. Who names no floor gets the newest app that is known in full: of
 * what came after it nothing is said.
 */
export const isOlderThan = (floor: string, since: string): boolean =>
  floor !== newestVersion && compareVersions(floor, since) < 0;

/** Whether an app of `version` has what came with `since`. */
export const atLeast = (version: string, since: string): boolean => compareVersions(version, since) >= 0;
