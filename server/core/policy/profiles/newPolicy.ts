import { escapeSnippet } from '../../base/snippet.ts';
import type { ProfileName, ProviderName } from '../../vocabulary/policyNames.ts';
import type { Json, PolicyFormat, TextEncoding, WriteOptions } from '../convert/policyFormat.ts';
import { writePolicy } from '../convert/writePolicy.ts';
import { profiles } from './profiles.ts';
import { providerSettings } from './providerSettings.ts';

export interface NewPolicy {
  readonly text: string;
  /** The text as a VS Code snippet: with a tab stop at every string that the organization must replace. */
  readonly snippet: string;
  readonly encoding: TextEncoding;
  /** The keys whose values are examples. */
  readonly toFillIn: readonly string[];
}

/** Private-use characters, which every format writes unchanged; they mark ranges in the written text. */
const [open, close] = ['\uE000', '\uE001'];

function marked(value: Json): Json {
  if (typeof value === 'string') return `${open}${value}${close}`;
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner)]));
}

/** Returns a policy based on a profile, in any format. Without a provider it contains only the keys of the profile. */
export function newPolicy(
  provider: ProviderName | undefined,
  profile: ProfileName,
  to: PolicyFormat,
  options: WriteOptions = {},
): NewPolicy {
  const settings = [...(provider ? providerSettings(provider) : []), ...profiles[profile].settings];
  const entries = settings.map(({ key, value, own }) => ({ key, value: own ? marked(value) : value }));
  const { text, encoding } = writePolicy(entries, to, options);
  return {
    text: text.replaceAll(open, '').replaceAll(close, ''),
    snippet: snippetOf(text),
    encoding,
    toFillIn: settings.flatMap(({ key, own }) => (own === 'fill-in' ? [key] : [])),
  };
}

function snippetOf(text: string): string {
  let stops = 0;
  return escapeSnippet(text)
    .replaceAll(open, () => `\${${++stops}:`)
    .replaceAll(close, '}');
}
