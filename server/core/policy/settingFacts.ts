import { catalogue, type PolicyKey } from './catalogue.ts';
import { defaultOf } from './keyFlags.ts';

/** What is known of a key that a policy may set; of an unknown one nothing. */
export interface SettingFacts {
  readonly isKnown: boolean;
  readonly key: Partial<PolicyKey>;
  /** Returns what holds in an app of `version` where it is not set, if one value says that. */
  unset(version: string): unknown;
}

const all: ReadonlyMap<string, Partial<PolicyKey>> = new Map(
  [...catalogue.otherKeys, ...catalogue.keys].map((key) => [key.key, key]),
);

export function settingFacts(name: string): SettingFacts {
  const key = all.get(name) ?? {};
  const { order } = key;
  const unset = order && (order.kind === 'boolean' || order.kind === 'enum') ? order.unset : undefined;
  return {
    isKnown: all.has(name),
    key,
    unset: (version) =>
      defaultOf(name, version) ?? (unset === 'conditional' || unset === 'loosest' ? undefined : unset),
  };
}
