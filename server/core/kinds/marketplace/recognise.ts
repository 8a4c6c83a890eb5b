import { isInPlace } from './entries.ts';

/**
 * Whether a `marketplace.json` is one of Claude. In its folder it always is; elsewhere only the content tells, since other
 * programs (whose folders begin with a dot) have files of that name too.
 */
export function recogniseText(text: string, uri: string): boolean {
  if (isInPlace(uri)) return true;
  return !/\/\.[^/]+\//.test(uri) && /"plugins"\s*:\s*\[/.test(text) && /"owner"\s*:\s*\{/.test(text);
}
