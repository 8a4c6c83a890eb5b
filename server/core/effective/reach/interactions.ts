import type { InForce } from '../inForce.ts';

/** Effects of several settings together. The comparison of settings and the section on reach read the same facts here. */

export const hostsKey = 'coworkEgressAllowedHosts';
export const foldersKey = 'allowedWorkspaceFolders';

const listAt = ({ settings }: InForce, key: string): readonly unknown[] | undefined => {
  const value = settings.values.get(key)?.value;
  return Array.isArray(value) ? value : undefined;
};

/** The hosts that tools may reach in addition to the inference endpoint; a list that is not set or cannot be read has none. */
export const hostsOf = (side: InForce): readonly string[] =>
  (listAt(side, hostsKey) ?? []).filter((host) => typeof host === 'string');

/** Whether tools may reach every host: `*` switches the filter off. */
export const reachesEveryHost = (side: InForce): boolean => hostsOf(side).includes('*');

/**
 * A list of hosts also limits the sites of the built-in browser. Source: the page on the browser; that the browser is unlimited
 * without a list is our reading.
 */
export const limitsBrowser = (side: InForce): boolean => hostsOf(side).length > 0 && !reachesEveryHost(side);

/** Code’s policy includes the sandbox unless all hosts are allowed and no folders are named. Source: the page on SSH. */
export const hasSandbox = (side: InForce): boolean =>
  !(reachesEveryHost(side) && !side.settings.values.has(foldersKey));

/** Whether Code runs managed servers only. A list that cannot be read keeps the lock. Sources: the page on Code, release notes of 1.40609.0. */
export const isCodeLocked = ({ managed }: InForce): boolean => managed.restricts !== null;
