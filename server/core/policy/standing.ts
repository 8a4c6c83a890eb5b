import { deprecationCutoff, isAfter } from '../base/dates.ts';
import type { Target } from '../model.ts';
import { type Node, type PropertyNode, propertiesOf } from '../syntax/node.ts';
import { policyKeys, type RenamedKey } from './catalogue.ts';
import { providerOf, showsAllKeys } from './providers.ts';
import { isOlderThan } from './releases.ts';

/** How the minimum version treats a key; used by the rules that report it, and by highlighting. */

/** A key that the policy's inference provider does not read: the app ignores it. */
interface ForeignKey {
  readonly property: PropertyNode;
  readonly provider: string;
  /** The providers that read it. */
  readonly providers: readonly string[];
}

/**
 * Yields the keys of other inference providers. In the nested format, providers share places: a gateway's key is in the place
 * of the Claude API's.
 */
export function* foreignKeys(root: Node | undefined): Generator<ForeignKey> {
  const provider = providerOf(root);
  if (!provider || !showsAllKeys(root)) return;
  for (const property of propertiesOf(root)) {
    const providers = policyKeys.get(property.key)?.providers;
    if (providers && !providers.includes(provider)) yield { property, provider, providers };
  }
}

/** Returns the release that introduced `key` if the minimum version is older and ignores the key; nothing if no minimum version is set. */
export function tooNew(key: string, { minimumVersion }: Target): string | undefined {
  const since = policyKeys.get(key)?.since;
  return since !== undefined && isOlderThan(minimumVersion, since) ? since : undefined;
}

/** Whether the app no longer reads an old name. */
export const isOver = ({ stopsAtCutoff }: RenamedKey, { date }: Target): boolean =>
  stopsAtCutoff === true && isAfter(date, deprecationCutoff);

/** Whether the documentation advises against `key`. */
export const isDeprecated = (key: string): boolean => policyKeys.get(key)?.status?.includes('deprecated') ?? false;
