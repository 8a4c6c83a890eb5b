import { hostOf } from './mask.ts';
import { dropped } from './sentences.ts';

const isLoopback = (host: string): boolean =>
  /^(localhost|[^:]*\.localhost|127(\.\d{1,3}){3}|0\.0\.0\.0|\[::1\])(:\d+)?$/i.test(host);

/**
 * Why an address is refused: https is needed, http passes on this machine where `http` allows it, and a bootstrap response may
 * not name this machine at all; a missing scheme is tolerated. Source: the app's validator.
 */
export function urlFlaw(
  url: string,
  allows: { readonly http: boolean; readonly loopback: boolean },
): string | undefined {
  const text = url.trim();
  const host = hostOf(text);
  if (!host) return dropped.badUrl;
  if (/^(?:[a-z][\w+.-]*:\/\/)?[^/?#]*[@\\]/i.test(text)) return dropped.userInfo;
  if (isLoopback(host) && !allows.loopback) return dropped.loopbackFromBootstrap;
  const scheme = /^([a-z][\w+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase() ?? 'https';
  if (scheme === 'https' || (scheme === 'http' && allows.http && isLoopback(host))) return undefined;
  return scheme === 'http' ? dropped.noHttps : dropped.badUrl;
}
