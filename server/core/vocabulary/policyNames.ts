interface Named {
  readonly label: string;
  readonly detail: string;
}

/**
 * How a policy is delivered. `json`: a local file or a bootstrap server; `linux`: the managed settings of Linux, JSON with a
 * different path.
 */
export const policyFormats = ['json', 'mobileconfig', 'plist', 'reg', 'linux'] as const;
export type PolicyFormat = (typeof policyFormats)[number];

export const formats: Readonly<Record<PolicyFormat, Named & { readonly extension: string }>> = {
  json: { label: 'JSON', detail: 'A local file, or the response of a bootstrap server', extension: 'json' },
  mobileconfig: {
    label: 'Configuration profile',
    detail: 'macOS, through device management: .mobileconfig',
    extension: 'mobileconfig',
  },
  plist: {
    label: 'Property list',
    detail: 'macOS, where device management accepts only the keys: .plist',
    extension: 'plist',
  },
  reg: { label: 'Registry file', detail: 'Windows: .reg', extension: 'reg' },
  linux: { label: 'Linux managed settings', detail: 'Linux: managed-settings.json', extension: 'json' },
};

export const profileNames = ['standard', 'restricted', 'locked-down'] as const;
export type ProfileName = (typeof profileNames)[number];

/** The starting points for a policy. `audience` says who it is for, as a part of a sentence. */
export const profileTerms: Readonly<Record<ProfileName, Named & { readonly audience: string }>> = {
  standard: {
    label: 'Standard',
    audience: 'most enterprises',
    detail: 'Most enterprises: updates within a day, signed extensions, logs to your collector',
  },
  restricted: {
    label: 'Restricted',
    audience: 'regulated industries',
    detail: 'Regulated industries: no local servers, no extensions, chosen folders and hosts',
  },
  'locked-down': {
    label: 'Locked down',
    audience: 'air-gapped networks',
    detail: 'Air-gapped networks: also no telemetry, updates or web tools',
  },
};

export const providerNames = ['gateway', 'anthropic', 'bedrock', 'mantle', 'vertex', 'foundry'] as const;
export type ProviderName = (typeof providerNames)[number];

/** The inference providers. */
export const providers: Readonly<Record<ProviderName, Named>> = {
  gateway: { label: 'Gateway', detail: 'Your own gateway with the Anthropic API' },
  anthropic: { label: 'Anthropic', detail: 'The Claude API' },
  bedrock: { label: 'Amazon Bedrock', detail: 'Claude in AWS' },
  mantle: { label: 'Amazon Bedrock (Mantle)', detail: 'Claude in AWS, through the newer endpoint' },
  vertex: { label: 'Google Vertex AI', detail: 'Claude in Google Cloud' },
  foundry: { label: 'Microsoft Foundry', detail: 'Claude in Azure' },
};
