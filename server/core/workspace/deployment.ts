import { foldersAbove, isIn, parentOf } from '../base/uri.ts';
import type { Roots } from './pluginRoots.ts';

/**
 * Whether a policy speaks for a plugin: the org-plugins folder was named by the user, or stands (at any depth) in a folder
 * that also holds the policy; where there is no such folder, the policy's own folder holds the plugin. A policy inside a plugin is an
 * example and speaks for none. This is our reading: nothing on disk ties the two together.
 */
export function inSameDeployment(roots: Roots, policy: string, plugin: string): boolean {
  if (roots.pluginOf(policy)) return false;
  const mount = roots.pluginOf(plugin)?.mount;
  if (mount === undefined) return isIn(parentOf(policy), plugin);
  return speaksFor(roots, policy, mount);
}

/** Returns what finds the org-plugins folders whose plugins a policy outside of plugins speaks for. */
export function mountsByPolicy(roots: Roots): (policy: string) => readonly string[] {
  const configured = new Set(roots.configured);
  const named = roots.mounts().filter((mount) => !configured.has(mount));
  const inFolder = new Map(named.map((mount) => [parentOf(mount), mount]));
  return (policy) => [...configured, ...foldersAbove(policy).flatMap((folder) => inFolder.get(folder) ?? [])];
}

/** Whether a policy, one that does not lie in a plugin, speaks for the plugins of an org-plugins folder. */
const speaksFor = (roots: Roots, policy: string, mount: string): boolean =>
  roots.configured.includes(mount) || isIn(parentOf(mount), policy);
