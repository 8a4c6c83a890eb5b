import { atLeast } from '../base/version.ts';
import { catalogue, type PolicyKey, policyKeys } from './catalogue.ts';
import type { ValueType } from './decode.ts';

const all = [...catalogue.keys, ...catalogue.otherKeys];
const namesOf = (has: (key: (typeof all)[number]) => boolean | undefined): ReadonlySet<string> =>
  new Set(all.filter(has).map(({ key }) => key));

/** May be managed alone without locking the rest. */
export const appBehaviourOnly = namesOf((key) => key.appBehaviourOnly);

/** Never taken from a bootstrap response. */
export const notFromBootstrap = namesOf((key) => key.notFromBootstrap);

/** Lists that one bad entry makes unreadable as a whole; others lose that entry alone. */
export const allOrNothing: readonly string[] = catalogue.keys.filter((key) => key.allOrNothing).map(({ key }) => key);

function decodedAs(type: string): ValueType {
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'integer';
  return /^(string|enum)(\(.*\))?$/.test(type) ? 'text' : 'json';
}

const valueTypes: ReadonlyMap<string, ValueType> = new Map(
  all.flatMap(({ key, type }) => (type === undefined ? [] : [[key, decodedAs(type)] as const])),
);

/** What a key's value is decoded to; undefined: nobody says, so it is whatever its file holds. */
export const valueTypeOf = (key: string): ValueType | undefined => valueTypes.get(key);

/** Whether a key's value is a list or an object, which property lists and the registry hold as one JSON text. */
export const isStructured = (key: string): boolean => valueTypes.get(key) === 'json';

/** What holds in an app of `version` where a key is not set; undefined where that is not known. */
export function defaultOf(key: string, version: string): unknown {
  const { formerDefault, default: now, order } = policyKeys.get(key) ?? {};
  if (formerDefault && !atLeast(version, formerDefault.before)) return formerDefault.value;
  return now ?? (order && 'unset' in order && order.unset === 'as-empty' ? [] : undefined);
}

/** The keys that decide about a part of the effective tool set. */
export const decidingKeys: readonly PolicyKey[] = catalogue.keys.filter(({ decides }) => decides !== undefined);

/** The release from which on a value that cannot be read engages its restriction. */
export const { failClosedSince } = catalogue;
