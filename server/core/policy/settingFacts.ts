import { catalogue, type PolicyKey } from './catalogue.ts';
import { defaultOf } from './keyFlags.ts';

/** What is known about a key that a policy may set; for an unknown key, nothing. */
export interface SettingFacts {
  readonly isKnown: boolean;
  readonly key: Partial<PolicyKey>;
  /** Returns the value in an app of `version` if the key is not set, if a single value describes it. */
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
