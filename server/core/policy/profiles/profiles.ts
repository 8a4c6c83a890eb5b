import type { ProfileName } from '../../vocabulary/policyNames.ts';
import type { Json } from '../convert/policyFormat.ts';

/** A profile's value of one key. */
export interface ProfileSetting {
  readonly key: string;
  readonly value: Json;
  /** The organization must choose the value. `fill-in`: the given one is an example; `keep`: the given one works. */
  readonly own?: 'fill-in' | 'keep';
}

/** A starting point for a policy: how much users may do. */
export interface Profile {
  readonly settings: readonly ProfileSetting[];
}

const organization: ProfileSetting = {
  key: 'deploymentOrganizationUuid',
  value: '<your-org-uuid>',
  own: 'fill-in',
};
const collector: ProfileSetting = { key: 'otlpEndpoint', value: '<your-collector>', own: 'fill-in' };
const folders: ProfileSetting = {
  key: 'allowedWorkspaceFolders',
  value: [{ path: '~/Documents/Claude' }],
  own: 'keep',
};

const settings = (values: Readonly<Record<string, Json>>): ProfileSetting[] =>
  Object.entries(values).map(([key, value]) => ({ key, value }));

/**
 * The profiles that the documentation illustrates; the app does not know their names. The keys of the provider are added to
 * them.
 * Source: https://claude.com/docs/third-party/claude-desktop/configuration, Recommended security profiles.
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  standard: {
    settings: [
      organization,
      ...settings({ autoUpdaterEnforcementHours: 24, isDesktopExtensionSignatureRequired: true }),
      collector,
    ],
  },
  restricted: {
    settings: [
      organization,
      ...settings({
        disableNonessentialTelemetry: true,
        disableNonessentialServices: true,
        isLocalDevMcpEnabled: false,
        isDesktopExtensionEnabled: false,
      }),
      folders,
      { key: 'coworkEgressAllowedHosts', value: ['*.example.corp'], own: 'fill-in' },
      collector,
    ],
  },
  'locked-down': {
    settings: [
      ...settings({
        disableEssentialTelemetry: true,
        disableNonessentialTelemetry: true,
        disableNonessentialServices: true,
        disableAutoUpdates: true,
        isLocalDevMcpEnabled: false,
        isDesktopExtensionEnabled: false,
        disabledBuiltinTools: ['WebSearch', 'WebFetch'],
        coworkEgressAllowedHosts: [],
      }),
      folders,
      collector,
    ],
  },
};
