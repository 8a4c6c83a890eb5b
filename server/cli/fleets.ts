import type { FleetSettings, Settings } from '../settings.ts';
import { none } from '../sides/none.ts';
import { UsageError } from './usage.ts';

/** Returns fleets with absolute paths. */
export function absoluteFleets(
  fleets: NonNullable<Settings['fleets']>,
  absolute: (name: string) => string,
): Settings['fleets'] {
  const file = (name: string) => (name === none ? none : absolute(name));
  const files = ({ policy, ...fleet }: FleetSettings): FleetSettings => ({
    ...fleet,
    ...(policy !== undefined && {
      policy:
        typeof policy === 'string'
          ? file(policy)
          : Object.fromEntries(Object.entries(policy).map(([role, name]) => [role, file(name)])),
    }),
    ...(fleet.orgPlugins !== undefined && { orgPlugins: file(fleet.orgPlugins) }),
    ...(fleet.userConfig !== undefined && { userConfig: file(fleet.userConfig) }),
    ...(fleet.tools !== undefined && { tools: file(fleet.tools) }),
    ...(fleet.claudeCodeManaged !== undefined && { claudeCodeManaged: file(fleet.claudeCodeManaged) }),
  });
  return Object.fromEntries(Object.entries(fleets).map(([name, fleet]) => [name, files(fleet)]));
}

/** A fleet as options. */
interface FleetValues {
  readonly policy?: string[];
  readonly 'org-plugins'?: string;
  readonly 'user-config'?: string;
  readonly platform?: string;
  readonly 'target-version'?: string;
  readonly tools?: string;
  readonly installed?: string[];
  readonly uninstalled?: string[];
  readonly 'claude-code-managed'?: string;
}

/** Returns a fleet of the settings as options. @throws UsageError for an unknown name. */
function fleetValues(name: string, { fleets = {} }: Settings): FleetValues {
  const fleet = Object.hasOwn(fleets, name) ? fleets[name] : undefined;
  if (!fleet) {
    const known = Object.keys(fleets);
    throw new UsageError(
      known.length === 0
        ? `no fleet '${name}': .plugboard.json has no fleets`
        : `no fleet '${name}' in .plugboard.json; it has ${known.join(', ')}`,
    );
  }
  const { policy } = fleet;
  const policies =
    typeof policy === 'object' ? Object.entries(policy).map(([role, file]) => `${role}=${file}`) : policy && [policy];
  return {
    ...(policies && { policy: policies }),
    ...(fleet.orgPlugins !== undefined && { 'org-plugins': fleet.orgPlugins }),
    ...(fleet.userConfig !== undefined && { 'user-config': fleet.userConfig }),
    ...(fleet.platform !== undefined && { platform: fleet.platform }),
    ...(fleet.minimumVersion !== undefined && { 'target-version': fleet.minimumVersion }),
    ...(fleet.tools !== undefined && { tools: fleet.tools }),
    ...(fleet.installed && { installed: [...fleet.installed] }),
    ...(fleet.uninstalled && { uninstalled: [...fleet.uninstalled] }),
    ...(fleet.claudeCodeManaged !== undefined && { 'claude-code-managed': fleet.claudeCodeManaged }),
  };
}

/** Returns options with those of the fleet that they name, over which they take precedence. */
export function withFleet<T extends { readonly fleet?: string | undefined }>(
  values: T,
  settings: Settings,
): Omit<T, 'fleet'> & FleetValues {
  const { fleet, ...own } = values;
  return fleet === undefined ? own : { ...fleetValues(fleet, settings), ...own };
}
