/** Whether a host is the device itself, for which http is accepted. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|[\w.-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])$/i.test(host);

/**
 * Why the app rejects a URL: it is http, has another scheme, contains a user name, has a `\` before its path, has no host, or
 * points to the device itself.
 */
export type UrlProblem = 'http' | 'scheme' | 'user' | 'backslash' | 'no-host' | 'loopback';

/** What a field accepts in addition to https with a host on the network. */
export interface UrlForm {
  /** http for the device itself. */
  readonly http: boolean;
  /** The device itself. */
  readonly loopback: boolean;
}

/** Returns what is wrong with a URL; undefined if nothing is. A missing scheme counts as https. Source: the app's own validator. */
export function urlProblem(url: string, form: UrlForm): UrlProblem | undefined {
  const [, written, authority = ''] = /^(?:([a-z][\w+.-]*):\/\/|\/\/)?([^/?#]*)/i.exec(url.trim()) ?? [];
  if (/[@\\]/.test(authority)) return authority.includes('@') ? 'user' : 'backslash';
  const host = /^(\[[^\]]*\]|[^:]*)/.exec(authority)?.[1] ?? '';
  if (host === '') return 'no-host';
  const scheme = written?.toLowerCase() ?? 'https';
  if (scheme !== 'https' && scheme !== 'http') return 'scheme';
  const isLocal = isLoopback(host);
  if (scheme === 'http' && !(isLocal && form.http)) return isLocal && !form.loopback ? 'loopback' : 'http';
  return isLocal && !form.loopback ? 'loopback' : undefined;
}
