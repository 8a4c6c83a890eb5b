import { countBefore } from '../base/sorted.ts';
import { foldersAbove } from '../base/uri.ts';
import type { Fact, FactLocation, FactType } from '../fact.ts';

/** Facts are found by their type, or by type and name, or by type, name and layer. */
const bucketKey = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join('\0');

/** Returns the key under which a read of facts is recorded. */
export const readKey = (type: string, name?: string, layer?: string): string => `fact:${bucketKey(type, name, layer)}`;

/** Returns the key under which a read of the facts below a folder, or of one file, is recorded. */
export const readKeyBelow = (type: string, uri: string): string => `fact:${type}@${uri}`;

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
   * @returns the read keys whose result changed. Ranges do not count, since they move with every keystroke.
   */
  set(uri: string, facts: readonly Fact[]): ReadonlySet<string> {
    const before = this.#ofFile.get(uri) ?? [];
    const changed = difference(before, facts);
    for (const key of [...before, ...facts].flatMap(keysOf)) {
      this.#found.delete(key);
      this.#buckets.get(key)?.delete(uri);
    }
    if (facts.length === 0) this.#ofFile.delete(uri);
    else this.#ofFile.set(uri, facts);
    for (const fact of facts) for (const key of keysOf(fact)) this.#add(key, uri, fact);
    const [typesBefore, types] = [typesOf(before), typesOf(facts)];
    for (const type of new Set([...typesBefore, ...types])) {
      if (types.has(type) !== typesBefore.has(type)) this.#sorted.delete(type);
      if (changed.has(readKey(type))) for (const at of [uri, ...foldersAbove(uri)]) changed.add(readKeyBelow(type, at));
    }
    return changed;
  }

  /**
   * Returns the facts of a type, optionally of one name and one layer. They are sorted by URI, so that their order does not depend
   * on the order of edits.
   */
  find<K extends FactType>(type: K, name?: string, layer?: string): readonly FactLocation<K>[] {
    const key = bucketKey(type, name, layer);
    const known = this.#found.get(key);
    const bucket = this.#buckets.get(key);
    const found = known ?? byAddress(bucket ?? []).flatMap(([uri, facts]) => facts.map((fact) => ({ uri, fact })));
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

  #add(key: string, uri: string, fact: Fact): void {
    const bucket = this.#buckets.get(key) ?? new Map<string, Fact[]>();
    this.#buckets.set(key, bucket);
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
