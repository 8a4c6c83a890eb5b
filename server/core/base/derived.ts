/**
 * Wraps `compute` so that its result for an immutable object is computed once and kept as long as the object lives. Use it
 * instead of module-level caches.
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
