import type { Json } from '../convert/policyFormat.ts';

/** What a profile says of one key. */
export interface ProfileSetting {
  readonly key: string;
  readonly value: Json;
  /** The organization's own value. `fill-in`: the one that stands here is an example; `keep`: it would do as it is. */
  readonly own?: 'fill-in' | 'keep';
}

/** A starting point: how much people may do. */
export interface Profile {
  readonly label: string;
  /** For whom it is. */
  readonly audience: string;
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

export const profileNames = ['standard', 'restricted', 'locked-down'] as const;
export type ProfileName = (typeof profileNames)[number];

/**
 * The profiles that the documentation illustrates; the app itself knows none of their names. The keys of the provider come on top.
 * Source: https://claude.com/docs/third-party/claude-desktop/configuration, Recommended security profiles.
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  standard: {
    label: 'Standard',
    audience: 'most enterprises',
    settings: [
      organization,
      ...settings({ autoUpdaterEnforcementHours: 24, isDesktopExtensionSignatureRequired: true }),
      collector,
    ],
  },
  restricted: {
    label: 'Restricted',
    audience: 'regulated industries',
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
    label: 'Locked down',
    audience: 'air-gapped networks',
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
