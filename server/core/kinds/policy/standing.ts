import { deprecationCutoff, isAfter } from '../../dates.ts';
import type { Target } from '../../model.ts';
import type { Node } from '../../syntax/node.ts';
import { atLeast } from '../../version.ts';
import { policyKeys, type RenamedKey } from './catalogue.ts';
import { textAt } from './read.ts';

/** How the app of a fleet stands to a key: asked by the rules that tell of it, and by what marks it. */

/** The inference provider of a policy, if it names one that there is. */
export function providerOf(root: Node | undefined): string | undefined {
  const provider = textAt(root, 'inferenceProvider');
  return provider !== undefined && policyKeys.get('inferenceProvider')?.enum?.includes(provider) ? provider : undefined;
}

/** The providers that read `key`, if `provider` is none of them: then the app ignores it. */
export function otherProvidersOf(key: string, provider: string | undefined): readonly string[] | undefined {
  const providers = policyKeys.get(key)?.providers;
  return provider === undefined || providers?.includes(provider) ? undefined : providers;
}

/** The release that `key` came with, if the oldest app of the fleet is older: that one ignores the key. */
export function tooNew(key: string, { minimumVersion }: Target): string | undefined {
  const since = policyKeys.get(key)?.since;
  return since === undefined || atLeast(minimumVersion, since) ? undefined : since;
}

/** Whether the app has stopped to read an old name. */
export const isOver = ({ stopsAtCutoff }: RenamedKey, { date }: Target): boolean =>
  stopsAtCutoff === true && isAfter(date, deprecationCutoff);

/** Whether the app's documentation asks to write `key` no longer. */
export const isDeprecated = (key: string): boolean => policyKeys.get(key)?.status?.includes('deprecated') ?? false;
