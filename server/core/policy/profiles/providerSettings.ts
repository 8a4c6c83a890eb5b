import type { ProviderName } from '../../vocabulary/policyNames.ts';
import type { Json } from '../convert/policyFormat.ts';
import { providerFacts } from '../providers.ts';
import type { ProfileSetting } from './profiles.ts';

/**
 * How to sign in to each provider that has no default: by something that is not a secret itself, since everyone who can read a
 * policy can read its values. Sources: the provider pages below https://claude.com/docs/third-party/claude-desktop/
 */
const helper = { inferenceCredentialHelper: '<absolute-path-of-your-credential-helper>' };
const credentials: Readonly<Partial<Record<ProviderName, Readonly<Record<string, Json>>>>> = {
  gateway: helper,
  mantle: helper,
  foundry: { inferenceFoundryTenantId: '<your-tenant-id>', inferenceFoundryClientId: '<your-client-id>' },
};

/** Writes `your-region` as a placeholder that the rules recognise. */
const toFill = (value: unknown): Json => {
  if (Array.isArray(value)) return value.map(toFill);
  return typeof value === 'string' && value.startsWith('your-') ? `<${value}>` : (value as Json);
};

/** Returns the keys without which third-party mode does not start with `provider`; all but the first must be filled in. */
export function providerSettings(provider: ProviderName): ProfileSetting[] {
  const own = { ...providerFacts.get(provider)?.required, ...credentials[provider] };
  return [
    { key: 'inferenceProvider', value: provider },
    ...Object.entries(own).map(([key, value]): ProfileSetting => ({ key, value: toFill(value), own: 'fill-in' })),
  ];
}
