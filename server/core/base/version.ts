/** Returns a negative number, zero or a positive number if `a` is older than, equal to or newer than `b`. Missing parts count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether an app of `version` has what was introduced in `since`. */
export const atLeast = (version: string, since: string): boolean => compareVersions(version, since) >= 0;
