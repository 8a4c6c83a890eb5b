import { isInPlace } from './entries.ts';

/**
 * Whether a `marketplace.json` is for Claude. In its own folder it always is; elsewhere the content decides, since other
 * programs (in folders that begin with a dot) have files of that name too.
 */
export function recogniseText(text: string, uri: string): boolean {
  if (isInPlace(uri)) return true;
  return !/\/\.[^/]+\//.test(uri) && /"plugins"\s*:\s*\[/.test(text) && /"owner"\s*:\s*\{/.test(text);
}
