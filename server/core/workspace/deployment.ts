import { foldersAbove, isIn, parentOf } from '../base/uri.ts';
import type { Roots } from './pluginRoots.ts';

/**
 * Returns whether a policy applies to a plugin: the user configured the org-plugins folder, or the folder is (at any depth) in
 * a folder that also contains the policy; without an org-plugins folder, the policy's own folder contains the plugin. A policy
 * inside a plugin is an example and applies to none. This is our reading: nothing on disk connects the two.
 */
export function inSameDeployment(roots: Roots, policy: string, plugin: string): boolean {
  if (roots.pluginOf(policy)) return false;
  const mount = roots.pluginOf(plugin)?.mount;
  if (mount === undefined) return isIn(parentOf(policy), plugin);
  return speaksFor(roots, policy, mount);
}

/** Returns a function that finds the org-plugins folders whose plugins a policy outside of plugins applies to. */
export function mountsByPolicy(roots: Roots): (policy: string) => readonly string[] {
  const configured = new Set(roots.configured);
  const named = roots.mounts().filter((mount) => !configured.has(mount));
  const inFolder = new Map(named.map((mount) => [parentOf(mount), mount]));
  return (policy) => [...configured, ...foldersAbove(policy).flatMap((folder) => inFolder.get(folder) ?? [])];
}

/** Whether a policy outside of plugins applies to the plugins of an org-plugins folder. */
const speaksFor = (roots: Roots, policy: string, mount: string): boolean =>
  roots.configured.includes(mount) || isIn(parentOf(mount), policy);
