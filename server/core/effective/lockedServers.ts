import { serversOfSettings } from '../policy/ignoredPluginSettings.ts';
import { type Candidate, inactive } from './candidates.ts';
import type { Context } from './context.ts';
import type { Managed } from './managed.ts';
import type { Origin } from './model.ts';
import { originOf } from './origin.ts';
import type { Settings } from './settings.ts';
import type { ToolPolicy } from './toolPolicy.ts';

/**
 * Returns the servers for which a policy has rules but which no plugin here provides. Policies and plugins are often in
 * different repositories; without a row, such rules would be neither shown nor compared.
 * @param plugins the servers of the available plugins, whether or not they run.
 */
export function lockedServers(
  { input }: Context,
  settings: Settings,
  { candidates, forPlugins }: Managed,
  plugins: readonly Candidate[],
  policyOf: (server: string) => ToolPolicy,
): Candidate[] {
  // Rules for a plugin's tools are ignored if a managed server has the same name.
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
