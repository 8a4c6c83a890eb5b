import type { PolicyFormat, PolicyProfile, PolicyProvider } from '../server/protocol.ts';

/** What people call the formats, profiles and providers of policies. */

export interface Named<Id> {
  readonly id: Id;
  readonly label: string;
  readonly detail: string;
}

export const formats: readonly (Named<PolicyFormat> & { readonly extension: string })[] = [
  { id: 'json', label: 'JSON', detail: 'A local file, or what a bootstrap server answers', extension: 'json' },
  {
    id: 'mobileconfig',
    label: 'Configuration profile',
    detail: 'macOS, through device management: .mobileconfig',
    extension: 'mobileconfig',
  },
  {
    id: 'plist',
    label: 'Property list',
    detail: 'macOS, where device management asks for the keys alone: .plist',
    extension: 'plist',
  },
  { id: 'reg', label: 'Registry file', detail: 'Windows: .reg', extension: 'reg' },
  { id: 'linux', label: 'Linux managed settings', detail: 'Linux: managed-settings.json', extension: 'json' },
];

export const profiles: readonly Named<PolicyProfile>[] = [
  {
    id: 'standard',
    label: 'Standard',
    detail: 'Most enterprises: updates within a day, signed extensions, logs to a collector of yours',
  },
  {
    id: 'restricted',
    label: 'Restricted',
    detail: 'Regulated industries: no local servers, no extensions, chosen folders and hosts',
  },
  { id: 'locked-down', label: 'Locked down', detail: 'Air-gapped networks: no telemetry, updates or web tools either' },
];

export const providers: readonly Named<PolicyProvider>[] = [
  { id: 'gateway', label: 'Gateway', detail: 'A gateway of your own that speaks the Anthropic API' },
  { id: 'anthropic', label: 'Anthropic', detail: 'The Claude API' },
  { id: 'bedrock', label: 'Amazon Bedrock', detail: 'Claude in AWS' },
  { id: 'mantle', label: 'Amazon Bedrock (Mantle)', detail: 'Claude in AWS, by the newer endpoint' },
  { id: 'vertex', label: 'Google Vertex AI', detail: 'Claude in Google Cloud' },
  { id: 'foundry', label: 'Microsoft Foundry', detail: 'Claude in Azure' },
];
