/**
 * The one cache: a value that is computed from an immutable object once and lives as long as that object.
 * @returns `compute` with a memory.
 */
export function derived<K extends object, V>(compute: (from: K) => V): (from: K) => V {
  const values = new WeakMap<K, { readonly value: V }>();
  return (from) => {
    let known = values.get(from);
    if (!known) {
      known = { value: compute(from) };
      values.set(from, known);
    }
    return known.value;
  };
}
