import { serversOfSettings } from '../policy/ignoredPluginSettings.ts';
import { type Candidate, inactive } from './candidates.ts';
import type { Context } from './context.ts';
import type { Managed } from './managed.ts';
import type { Origin } from './model.ts';
import { originOf } from './origin.ts';
import type { Settings } from './settings.ts';
import type { ToolPolicy } from './toolPolicy.ts';

/**
 * The servers that a policy has rules for while no plugin here brings them. Policies and plugins often lie in different
 * repositories: without a row such rules would neither be seen nor compared.
 * @param plugins the servers of the plugins at hand, whether they run or not.
 */
export function lockedServers(
  { input }: Context,
  settings: Settings,
  { candidates, forPlugins }: Managed,
  plugins: readonly Candidate[],
  policyOf: (server: string) => ToolPolicy,
): Candidate[] {
  // Rules for the tools of a plugin are ignored where a managed server has the name.
  const managed = candidates.filter((candidate) => !candidate.inactive);
  const taken = new Set([...managed, ...plugins].map(({ name }) => name));
  const entries = candidates.filter(({ name }) => forPlugins.has(name));
  const structure = settings.structure('orgPluginSettings');
  const locked =
    structure.is === 'value'
      ? serversOfSettings(structure.node).map(({ name, node }) => ({ name, origin: originOf(structure.uri, node) }))
      : [];
  const named = [...entries, ...locked];
  const origins = new Map<string, Origin | null>((input.pluginServers ?? []).map((name) => [name, null]));
  for (const { name, origin } of named) if (!origins.get(name)) origins.set(name, origin);
  return [...origins]
    .filter(([name]) => !taken.has(name))
    .map(([name, origin]) => ({
      name,
      layer: 'plugin',
      plugin: null,
      transport: 'unknown',
      address: null,
      needsSignIn: false,
      origin,
      certainty: 'documented',
      policy: policyOf(name),
      inactive: inactive('not-in-workspace', 'documented', null),
    }));
}
