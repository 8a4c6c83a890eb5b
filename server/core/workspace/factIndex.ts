import { countBefore } from '../base/sorted.ts';
import { foldersAbove } from '../base/uri.ts';
import type { Fact, FactLocation, FactType } from '../fact.ts';

/** Facts are found by their type, or by type and name, or by type, name and layer. */
const bucketKey = (type: string, name?: string, layer?: string): string => {
  const named = name === undefined ? type : `${type}\0${name}`;
  return layer === undefined ? named : `${named}\0${layer}`;
};

/** Returns the key under which a read of facts is recorded. */
export const readKey = (type: string, name?: string, layer?: string): string => `fact:${bucketKey(type, name, layer)}`;

/** Returns the key under which a read of the facts below a folder, or of one file, is recorded. */
export const readKeyBelow = (type: string, uri: string): string => `fact:${type}@${uri}`;

const none: readonly Fact[] = [];

/** The facts of all files, by type and name, or by type and folder. */
export class FactIndex {
  readonly #ofFile = new Map<string, readonly Fact[]>();
  readonly #buckets = new Map<string, Map<string, Fact[]>>();
  /** Cached results of `find`; removed when the result changes. */
  readonly #found = new Map<string, readonly FactLocation[]>();
  /** Cached sorted files that have facts of a type; removed when a file is added or removed. */
  readonly #sorted = new Map<string, readonly string[]>();

  /**
   * Replaces the facts of `uri`.
   * @returns the facts that it had before, for `changedKeys`.
   */
  set(uri: string, facts: readonly Fact[]): readonly Fact[] {
    const before = this.#ofFile.get(uri) ?? none;
    for (const key of before.flatMap(keysOf)) {
      this.#found.delete(key);
      this.#remove(key, uri);
    }
    if (facts.length === 0) this.#ofFile.delete(uri);
    else this.#ofFile.set(uri, facts);
    for (const fact of facts) for (const key of keysOf(fact)) this.#add(key, uri, fact);
    const [typesBefore, types] = [typesOf(before), typesOf(facts)];
    for (const type of typesBefore) if (!types.has(type)) this.#sorted.delete(type);
    for (const type of types) if (!typesBefore.has(type)) this.#sorted.delete(type);
    return before;
  }

  /**
   * Returns the facts of a type, optionally of one name and one layer. They are sorted by URI, so that their order does not depend
   * on the order of edits.
   */
  find<K extends FactType>(type: K, name?: string, layer?: string): readonly FactLocation<K>[] {
    const key = bucketKey(type, name, layer);
    const known = this.#found.get(key);
    const bucket = this.#buckets.get(key);
    // Names without facts are not kept: typing tries ever new ones.
    if (!bucket) return [];
    const found = known ?? byAddress(bucket).flatMap(([uri, facts]) => facts.map((fact) => ({ uri, fact })));
    this.#found.set(key, found);
    // A bucket contains facts of one type only.
    return found as readonly FactLocation<K>[];
  }

  /** Returns the facts of a type below a folder, or of the file at `uri`. The time does not depend on the number of facts elsewhere. */
  below<K extends FactType>(type: K, uri: string): FactLocation<K>[] {
    const bucket = this.#buckets.get(type);
    if (!bucket) return [];
    const sorted = this.#sorted.get(type) ?? [...bucket.keys()].sort();
    this.#sorted.set(type, sorted);
    const factsOf = (file: string) => (bucket.get(file) ?? []).map((fact) => ({ uri: file, fact: fact as Fact<K> }));
    const found = factsOf(uri);
    const folder = `${uri}/`;
    const first = countBefore(sorted.length, (i) => (sorted[i] ?? folder) < folder);
    for (let i = first; sorted[i]?.startsWith(folder); i++) found.push(...factsOf(sorted[i] ?? ''));
    return found;
  }

  /** Returns the facts of one file, in document order. */
  of(uri: string): readonly Fact[] {
    return this.#ofFile.get(uri) ?? [];
  }

  /** Removes the facts of a file from a bucket, and the bucket with its last file: names come and go while somebody types. */
  #remove(key: string, uri: string): void {
    const bucket = this.#buckets.get(key);
    if (bucket?.delete(uri) && bucket.size === 0) this.#buckets.delete(key);
  }

  #add(key: string, uri: string, fact: Fact): void {
    this.#found.delete(key);
    const bucket = this.#buckets.get(key);
    if (!bucket) {
      this.#buckets.set(key, new Map([[uri, [fact]]]));
      return;
    }
    const facts = bucket.get(uri);
    if (facts) facts.push(fact);
    else bucket.set(uri, [fact]);
  }
}

const byAddress = (bucket: Iterable<[string, readonly Fact[]]>): [string, readonly Fact[]][] =>
  [...bucket].sort(([a], [b]) => (a < b ? -1 : 1));

const typesOf = (facts: readonly Fact[]): ReadonlySet<FactType> => new Set(facts.map(({ type }) => type));

const keysOf = ({ type, name, data }: Fact): readonly string[] => {
  const keys = [bucketKey(type), bucketKey(type, name)];
  return data && 'layer' in data ? [...keys, bucketKey(type, name, data.layer)] : keys;
};
const readKeysOf = (fact: Fact): string[] => keysOf(fact).map((key) => `fact:${key}`);

/** Returns a fact without its range, for comparison. */
const essence = ({ type, name, data }: Fact): string => JSON.stringify([type, name, data ?? null]);

/**
 * Returns the read keys whose result changes if a file with the facts `before` has the facts `after` instead. Ranges do not
 * count, since they move with every keystroke.
 */
export function changedKeys(uri: string, before: readonly Fact[], after: readonly Fact[]): ReadonlySet<string> {
  const changed = difference(before, after);
  for (const type of typesOf([...before, ...after]))
    if (changed.has(readKey(type))) for (const at of [uri, ...foldersAbove(uri)]) changed.add(readKeyBelow(type, at));
  return changed;
}

function difference(before: readonly Fact[], after: readonly Fact[]): Set<string> {
  const changed = new Set<string>();
  if (before.length === 0) {
    for (const key of after.flatMap(readKeysOf)) changed.add(key);
    return changed;
  }
  const left = before.map(essence);
  const right = after.map(essence);
  if (left.length === right.length && left.every((text, i) => text === right[i])) return changed;
  const [wasThere, isThere] = [new Set(left), new Set(right)];
  const touch = (fact: Fact): void => {
    for (const key of readKeysOf(fact)) changed.add(key);
  };
  for (const [i, fact] of before.entries()) if (!isThere.has(left[i] ?? '')) touch(fact);
  for (const [i, fact] of after.entries()) if (!wasThere.has(right[i] ?? '')) touch(fact);
  // The same facts in a different order or number also count as a change, since readers may depend on both.
  if (changed.size === 0) for (const fact of [...before, ...after]) touch(fact);
  return changed;
}
