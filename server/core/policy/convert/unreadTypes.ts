/** Returns the warning about keys whose values have a type that the app does not read; none without such keys. */
export const unreadTypes = (keys: readonly string[]): string[] =>
  keys.length === 0 ? [] : [`Left out, because the app cannot read their type: ${keys.join(', ')}.`];
