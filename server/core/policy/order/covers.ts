import type { WildcardCover } from '../valueOrder.ts';
import { matchesWildcard } from '../wildcard.ts';

const address = /^\d+(\.\d+){3}$/;

function partsOf(entry: string): { readonly host: string; readonly port: string | undefined } {
  const [, host = entry, port] = /^(.*?)(?::(\d+))?$/s.exec(entry) ?? [];
  return { host: host.toLowerCase(), port };
}

/**
 * Whether the entry `wide` of a list of hosts lets through all that `narrow` does. A wildcard covers names at any depth, never an
 * address. Sources: the configuration reference, the pages on SSH and on the browser.
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

/** A folder as it compares: one kind of slash, none at its end; a drive or a variable of Windows in lower case. */
function normalised(path: string): string {
  const slashes = path.replaceAll('\\', '/').replace(/(?<=.)\/+$/, '');
  return /^([A-Za-z]:|%)/.test(slashes) ? slashes.toLowerCase() : slashes;
}

/** Whether the folder `wide` is `narrow` or one above it. */
export function coversFolder(wide: string, narrow: string): boolean {
  const [a, b] = [normalised(wide), normalised(narrow)];
  return a === b || b.startsWith(a.endsWith('/') ? a : `${a}/`);
}

/** Whether each text that matches the wildcard pattern `narrow` matches `wide` too. */
export const coversPattern = (wide: string, narrow: string): boolean => matchesWildcard(wide, narrow);
