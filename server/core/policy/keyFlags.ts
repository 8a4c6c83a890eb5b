import { atLeast } from '../base/version.ts';
import { catalogue, type PolicyKey, policyKeys } from './catalogue.ts';
import type { ValueType } from './decode.ts';

const all = [...catalogue.keys, ...catalogue.otherKeys];
const namesOf = (has: (key: (typeof all)[number]) => boolean | undefined): ReadonlySet<string> =>
  new Set(all.filter(has).map(({ key }) => key));

/** Keys that can be set in a managed policy without locking the other settings. */
export const appBehaviourOnly = namesOf((key) => key.appBehaviourOnly);

/** Keys that the app never takes from a bootstrap response. */
export const notFromBootstrap = namesOf((key) => key.notFromBootstrap);

/** Lists that one bad entry makes unreadable as a whole; other lists lose only that entry. */
export const allOrNothing: readonly string[] = catalogue.keys.filter((key) => key.allOrNothing).map(({ key }) => key);

function decodedAs(type: string): ValueType {
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'integer';
  return /^(string|enum)(\(.*\))?$/.test(type) ? 'text' : 'json';
}

const valueTypes: ReadonlyMap<string, ValueType> = new Map(
  all.flatMap(({ key, type }) => (type === undefined ? [] : [[key, decodedAs(type)] as const])),
);

/** Returns the type to which a key's value is decoded; undefined if it is unknown: the value then stays as it is in the file. */
export const valueTypeOf = (key: string): ValueType | undefined => valueTypes.get(key);

/** Whether a key's value is a list or an object, which property lists and the registry represent as one JSON string. */
export const isStructured = (key: string): boolean => valueTypes.get(key) === 'json';

/** Returns the default of a key in an app of `version`; undefined if it is unknown. */
export function defaultOf(key: string, version: string): unknown {
  const { formerDefault, default: current, order } = policyKeys.get(key) ?? {};
  if (formerDefault && !atLeast(version, formerDefault.before)) return formerDefault.value;
  return current ?? (order && 'unset' in order && order.unset === 'as-empty' ? [] : undefined);
}

/** The keys that decide about a part of the effective tool set. */
export const decidingKeys: readonly PolicyKey[] = catalogue.keys.filter(({ decides }) => decides !== undefined);

/** The release from which on an unreadable value activates its restriction. */
export const { failClosedSince } = catalogue;
