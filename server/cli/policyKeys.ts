import { isKnownKey, meantKey, type Node, propertiesOf } from '../core/index.ts';
import { shownPath } from './opened.ts';
import { UsageError } from './usage.ts';

/**
 * A policy without keys is valid; a file with keys of which none is known belongs to another program, or all are misspelled.
 * @throws UsageError for such a file: taken for an empty policy, it would seem to restrict nothing on purpose.
 */
export function requireKnownKey(uri: string, root: Node | undefined): void {
  const keys = propertiesOf(root).map(({ key }) => key);
  if (keys.length === 0 || keys.some(isKnownKey)) return;
  const [hint = ''] = keys.flatMap((key) => {
    const meant = meantKey(key);
    return meant === undefined ? [] : [` Did you mean ${meant} instead of ${key}?`];
  });
  throw new UsageError(`${shownPath(uri)} does not contain a policy: none of its keys is known.${hint}`);
}

/** Returns a sentence for each key that is ignored because it is misspelled. */
export const misspelledKeys = (uri: string, root: Node | undefined): string[] =>
  propertiesOf(root).flatMap(({ key }) => {
    const meant = isKnownKey(key) ? undefined : meantKey(key);
    return meant === undefined ? [] : [`${shownPath(uri)}: the unknown key ${key} is ignored. Did you mean ${meant}?`];
  });
