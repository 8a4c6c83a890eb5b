import { nearest } from '../base/suggest.ts';
import { knownNames, policyKeys } from './catalogue.ts';
import { isOfOthers } from './foreignNames.ts';

/** Whether an app knows the key, or it is not meant for the app: names such as `$schema` and those with a dot. */
export const isKnownKey = (key: string): boolean =>
  (knownNames.has(key) && !isOfOthers(key)) || key.startsWith('$') || key.includes('.');

/** Returns the key that an unknown one is probably meant to be, as the app’s validator suggests it. */
export const meantKey = (key: string): string | undefined =>
  isOfOthers(key) ? undefined : nearest(key, policyKeys.keys());
