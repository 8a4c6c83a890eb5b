import { convert } from '../../server/core/policy/convert/convertPolicy.ts';
import { samples } from './samples.ts';

const policy = samples['policy.json'] ?? '';
/** The sample policy with Windows paths. */
const windowsPolicy = policy.replaceAll(/"\/(?:\w+\/)*/g, '"C:/Harbour/');
const written = (to: 'mobileconfig' | 'plist' | 'reg'): string =>
  convert(to === 'reg' ? windowsPolicy : policy, to, { identifier: 'example.harbour.claude' }).text;

/** The sample policy in the other formats, each as a separate file. */
export const formatSamples: Readonly<Record<string, string>> = {
  'policy.mobileconfig': written('mobileconfig'),
  'policy.plist': written('plist'),
  'policy.reg': written('reg'),
  'nested.json': `{
  "$schemaVersion": 2,
  "inference": { "provider": "anthropic", "customHeaders": { "X-Team": "harbour" } },
  "mcp": {
    "managedServers": [
      { "name": "handbook", "transport": "http", "url": "https://handbook.harbour.example/mcp", "toolPolicy": { "read_*": "allow" } }
    ]
  },
  "workspace": { "organizationInstructions": "Be brief." }
}
`,
};
