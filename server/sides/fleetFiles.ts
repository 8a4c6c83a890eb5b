import { fileUri, join, normalise, type PolicyRole, policyRoles } from '../core/index.ts';
import type { FleetSettings } from '../settings.ts';
import { none } from './none.ts';
import { SideError } from './side.ts';
import type { Sources } from './sources.ts';

/** The files of a fleet as URIs. Undefined: looked for; `null`: there is none. */
export interface FleetFiles {
  readonly policies: Sources['policies'] | undefined;
  readonly orgPlugins: string | null | undefined;
  readonly userConfig: string | null | undefined;
  readonly tools: string | undefined;
  readonly claudeCode: string | undefined;
}

/** Returns the files that a fleet names. @param folder the URI of the folder of the settings @throws SideError for an unknown role */
export function fleetFiles(fleet: FleetSettings, folder: string): FleetFiles {
  const uriOf = (name: string) =>
    (/^(\/|[A-Za-z]:[\\/])/.test(name) ? normalise(fileUri(name)) : join(folder, name.replaceAll('\\', '/'))).replace(
      /(?<=[^/])\/$/,
      '',
    );
  const optional = (name: string | undefined) => (name === undefined ? undefined : name === none ? null : uriOf(name));
  const { policy } = fleet;
  const byRole = typeof policy === 'string' ? { managed: policy } : policy;
  return {
    policies:
      byRole &&
      Object.entries(byRole)
        .filter(([, name]) => name !== none)
        .map(([role, name]) => ({ uri: uriOf(name), role: roleOf(role) })),
    orgPlugins: optional(fleet.orgPlugins),
    userConfig: optional(fleet.userConfig),
    tools: optional(fleet.tools) ?? undefined,
    claudeCode: optional(fleet.claudeCodeManaged) ?? undefined,
  };
}

function roleOf(name: string): PolicyRole {
  const role = policyRoles.find((each) => each === name);
  if (role === undefined)
    throw new SideError(`the role of a policy must be one of ${policyRoles.join(', ')}; not '${name}'`);
  return role;
}
