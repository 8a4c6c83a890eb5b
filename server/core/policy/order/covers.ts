import type { WildcardCover } from '../valueOrder.ts';
import { matchesWildcard } from '../wildcard.ts';

const address = /^\d+(\.\d+){3}$/;

function partsOf(entry: string): { readonly host: string; readonly port: string | undefined } {
  const [, host = entry, port] = /^(.*?)(?::(\d+))?$/s.exec(entry) ?? [];
  return { host: host.toLowerCase(), port };
}

/**
 * Whether the entry `wide` of a list of hosts covers everything that `narrow` does. A wildcard covers names at any depth, never
 * an IP address. Sources: the configuration reference, the pages on SSH and on the browser.
 */
export function coversHost(
  wide: string,
  narrow: string,
  { coversApex, coversPorts = false, coversWww = false }: WildcardCover,
): boolean {
  if (wide === narrow || wide === '*') return true;
  const [a, b] = [partsOf(wide), partsOf(narrow)];
  const isPortCovered = a.port === b.port || (coversPorts && a.port === undefined);
  if (!isPortCovered) return false;
  if (a.host === b.host) return true;
  if (coversWww && b.host === `www.${a.host}`) return true;
  if (!a.host.startsWith('*.') || address.test(b.host)) return false;
  const name = b.host.startsWith('*.') ? b.host.slice(2) : b.host;
  return name.endsWith(a.host.slice(1)) || (coversApex && b.host === a.host.slice(2));
}

/** Returns a folder in a form for comparison: `/` as the only separator and none at the end; a Windows drive or variable in lower case. */
function normalised(path: string): string {
  let slashes = path.replaceAll('\\', '/');
  while (slashes.length > 1 && slashes.endsWith('/')) slashes = slashes.slice(0, -1);
  return /^([A-Za-z]:|%)/.test(slashes) ? slashes.toLowerCase() : slashes;
}

/** Whether the folder `wide` is `narrow` or an ancestor of it. */
export function coversFolder(wide: string, narrow: string): boolean {
  const [a, b] = [normalised(wide), normalised(narrow)];
  return a === b || b.startsWith(a.endsWith('/') ? a : `${a}/`);
}

/** Whether every text that matches the wildcard pattern `narrow` also matches `wide`. */
export const coversPattern = (wide: string, narrow: string): boolean => matchesWildcard(wide, narrow);
