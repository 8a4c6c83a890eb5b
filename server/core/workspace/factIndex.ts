import { parentOf } from '../base/uri.ts';
import type { Fact, FactLocation, FactType } from '../fact.ts';

const nameKey = (type: string, name: string): string => `${type}\0${name}`;

/** The key under which a read of facts is remembered. */
export const readKey = (type: string, name?: string): string =>
  `fact:${name === undefined ? type : nameKey(type, name)}`;

/** The key under which a read of the facts below a folder, or of one file, is remembered. */
export const readKeyBelow = (type: string, uri: string): string => `fact:${type}@${uri}`;

/** What all files tell, findable by sort and name, or by sort and folder. */
export class FactIndex {
  readonly #ofFile = new Map<string, readonly Fact[]>();
  readonly #buckets = new Map<string, Map<string, Fact[]>>();
  /** The files that have facts of a type, sorted; dropped when a file joins or leaves them. */
  readonly #sorted = new Map<string, readonly string[]>();

  /**
   * Replaces what `uri` tells.
   * @returns the read keys whose answer changed; ranges do not count, since they move at every keystroke.
   */
  set(uri: string, facts: readonly Fact[]): ReadonlySet<string> {
    const before = this.#ofFile.get(uri) ?? [];
    const changed = difference(before, facts);
    for (const fact of before) for (const key of keysOf(fact)) this.#buckets.get(key)?.delete(uri);
    if (facts.length === 0) this.#ofFile.delete(uri);
    else this.#ofFile.set(uri, facts);
    for (const fact of facts) for (const key of keysOf(fact)) this.#add(key, uri, fact);
    const [typesBefore, types] = [typesOf(before), typesOf(facts)];
    for (const type of new Set([...typesBefore, ...types])) {
      if (types.has(type) !== typesBefore.has(type)) this.#sorted.delete(type);
      if (changed.has(readKey(type))) for (const folder of above(uri)) changed.add(readKeyBelow(type, folder));
    }
    return changed;
  }

  find<K extends FactType>(type: K, name?: string): FactLocation<K>[] {
    const bucket = this.#buckets.get(name === undefined ? type : nameKey(type, name));
    // A bucket holds facts of one type.
    return [...(bucket ?? [])].flatMap(([uri, facts]) => facts.map((fact) => ({ uri, fact: fact as Fact<K> })));
  }

  /** Returns the facts of a type below a folder, or of the file at `uri`, in time that does not grow with those elsewhere. */
  below<K extends FactType>(type: K, uri: string): FactLocation<K>[] {
    const bucket = this.#buckets.get(type);
    if (!bucket) return [];
    const sorted = this.#sorted.get(type) ?? [...bucket.keys()].sort();
    this.#sorted.set(type, sorted);
    const factsOf = (file: string) => (bucket.get(file) ?? []).map((fact) => ({ uri: file, fact: fact as Fact<K> }));
    const found = factsOf(uri);
    const folder = `${uri}/`;
    for (let i = firstFrom(sorted, folder); sorted[i]?.startsWith(folder); i++) found.push(...factsOf(sorted[i] ?? ''));
    return found;
  }

  /** The facts of one file, in its order. */
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

const typesOf = (facts: readonly Fact[]): ReadonlySet<FactType> => new Set(facts.map(({ type }) => type));

/** Returns a file and every folder above it. */
function above(uri: string): string[] {
  const found = [uri];
  for (let at = uri; parentOf(at) !== at; ) {
    at = parentOf(at);
    found.push(at);
  }
  return found;
}

/** Returns the index of the first string in `sorted` that does not sort before `text`. */
function firstFrom(sorted: readonly string[], text: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? text) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

const keysOf = ({ type, name }: Fact): readonly string[] => [type, nameKey(type, name)];

/** A fact without its place. */
const essence = ({ type, name, data }: Fact): string => JSON.stringify([type, name, data ?? null]);

function difference(before: readonly Fact[], after: readonly Fact[]): Set<string> {
  const changed = new Set<string>();
  if (before.length === 0) {
    for (const { type, name } of after) changed.add(readKey(type)).add(readKey(type, name));
    return changed;
  }
  const left = before.map(essence);
  const right = after.map(essence);
  if (left.length === right.length && left.every((text, i) => text === right[i])) return changed;
  const [wasThere, isThere] = [new Set(left), new Set(right)];
  const touch = ({ type, name }: Fact): void => {
    changed.add(readKey(type)).add(readKey(type, name));
  };
  for (const [i, fact] of before.entries()) if (!isThere.has(left[i] ?? '')) touch(fact);
  for (const [i, fact] of after.entries()) if (!wasThere.has(right[i] ?? '')) touch(fact);
  // The same facts in another order or number: whoever reads them may count.
  if (changed.size === 0) for (const fact of [...before, ...after]) touch(fact);
  return changed;
}
