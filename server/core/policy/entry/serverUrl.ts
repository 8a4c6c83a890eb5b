/** Whether a host is the computer itself, where http is good enough. */
export const isLoopback = (host: string): boolean =>
  /^(localhost|[\w.-]+\.localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1\])$/i.test(host);

/**
 * Why the app refuses a URL: it is http, has another scheme, names a user, has a `\` before its path, has no host, or points at the
 * computer itself.
 */
export type UrlProblem = 'http' | 'scheme' | 'user' | 'backslash' | 'no-host' | 'loopback';

/** What a field takes beside https with a host of the network. */
export interface UrlForm {
  /** http, on the computer itself. */
  readonly http: boolean;
  /** The computer itself. */
  readonly loopback: boolean;
}

/** What the app finds wrong with a URL; undefined: nothing. A missing scheme counts as https. Source: the app's own validator. */
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
