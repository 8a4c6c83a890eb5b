import { deprecationCutoff, isAfter } from '../base/dates.ts';
import type { Target } from '../model.ts';
import { type Node, type PropertyNode, propertiesOf } from '../syntax/node.ts';
import { policyKeys, type RenamedKey } from './catalogue.ts';
import { providerOf, showsAllKeys } from './providers.ts';
import { isOlderThan } from './releases.ts';

/** How the app of a fleet stands to a key: asked by the rules that tell of it, and by what marks it. */

/** A key that the policy's inference provider does not read: the app ignores it. */
interface ForeignKey {
  readonly property: PropertyNode;
  readonly provider: string;
  /** Those that read it. */
  readonly providers: readonly string[];
}

/** The keys of other inference providers. In the nested format backends share places: a gateway's key stands where that of the Claude API does. */
export function* foreignKeys(root: Node | undefined): Generator<ForeignKey> {
  const provider = providerOf(root);
  if (!provider || !showsAllKeys(root)) return;
  for (const property of propertiesOf(root)) {
    const providers = policyKeys.get(property.key)?.providers;
    if (providers && !providers.includes(provider)) yield { property, provider, providers };
  }
}

/** The release that `key` came with, if the oldest app of the fleet is older: that one ignores the key. Nothing of a fleet whose floor nobody has set. */
export function tooNew(key: string, { minimumVersion }: Target): string | undefined {
  const since = policyKeys.get(key)?.since;
  return since !== undefined && isOlderThan(minimumVersion, since) ? since : undefined;
}

/** Whether the app has stopped to read an old name. */
export const isOver = ({ stopsAtCutoff }: RenamedKey, { date }: Target): boolean =>
  stopsAtCutoff === true && isAfter(date, deprecationCutoff);

/** Whether the app's documentation asks to write `key` no longer. */
export const isDeprecated = (key: string): boolean => policyKeys.get(key)?.status?.includes('deprecated') ?? false;
