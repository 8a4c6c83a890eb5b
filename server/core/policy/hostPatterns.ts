import { isPlaceholder } from './readValue.ts';

/** Whether an entry contains a placeholder (`<region>.example.com`), so its form cannot be checked. */
export const isHostTemplate = (entry: string): boolean => isPlaceholder(entry) || /[{}<>$%]/.test(entry);

/**
 * Entries of a list of hosts: `*`, `localhost`, a host or an IPv4 address, `*.` before at least two labels; a port may follow.
 * Source: the app's own validator.
 */
const hostForm = /^(\*|localhost(:\d+)?|(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+(:\d+)?)$/;

export const isHostEntry = (entry: string): boolean => {
  const port = /:(\d+)$/.exec(entry)?.[1];
  return hostForm.test(entry) && (port === undefined || (Number(port) >= 1 && Number(port) <= 65535));
};

/** Why an entry is invalid, for users; the first reason that applies. */
const reasons: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'This entry is empty.'],
  [/[,;]|\S\s+\S/, 'Each host needs its own entry.'],
  [/^\s|\s$/, 'Spaces around a host are not trimmed.'],
  [/:\/\//, 'Write only the host, without `https://` before it or a path after it.'],
  [/^[\d.]+\/\d+$/, 'IP address ranges cannot be listed.'],
  [/[/?#]/, 'A host must not be followed by a path.'],
  [/@/, 'A host must not have a user name before it.'],
  [/\[|:[^:]*:/, 'IPv6 cannot be listed.'],
  [/^\*:\d+$/, '`*` cannot have a port.'],
  [/^\*\.[^.]+$/, 'A wildcard needs two labels after it, such as `*.corp.example`.'],
  [/\*.*\*|[^*]\*|\*[^.]/, 'A wildcard is allowed only as `*.` at the start.'],
  [/^\.|\.(?=:|$)|\.\./, 'A host must not start or end with a dot.'],
  [/[^\p{ASCII}]/u, 'Write non-ASCII characters in Punycode.'],
  [/:/, 'A port must be a number from 1 to 65535.'],
  [/^[\w-]+$/, 'A host needs at least two labels, such as `wiki.corp.example`.'],
];

/** Returns what is wrong with an entry, in one sentence; undefined if nothing is. */
export const hostProblem = (entry: string): string | undefined =>
  isHostEntry(entry) ? undefined : (reasons.find(([form]) => form.test(entry))?.[1] ?? 'Not a valid host.');

/** Returns the entries that are certainly intended; undefined if that is unclear. */
export function meantHosts(entry: string): readonly string[] | undefined {
  const parts = entry.split(/[,;\s]+/).filter((part) => part !== '');
  const hosts = parts.map(meantHost);
  return hosts.length > 0 && hosts.every((host) => host !== undefined) ? hosts : undefined;
}

function meantHost(text: string): string | undefined {
  const address = text.replace(/^[a-z][\w+.-]*:\/\//i, '').replace(/^[^/@]*@/, '');
  const bare = address.replace(/[/?#].*$/s, '').replace(/\.(?=:|$)/, '');
  // In the lists of many proxies, `.corp.example` means every host below it.
  const host = bare.replace(/^\./, '*.');
  return !/^[\d.]+\/\d/.test(address) && host !== '*' && isHostEntry(host) ? host : undefined;
}

/** Whether the intended entry is wider than the written one: a host for one of its paths, all hosts below for a name with a leading dot. */
export const isWider = (entry: string): boolean =>
  /^\s*\./.test(entry) || /[^/:][/?#]./.test(entry) || entry.includes('@');

/**
 * Whether an entry of a list of sites is effective: a valid host, and neither all sites nor the device itself. Other entries
 * are reported by a separate rule.
 */
export const isSite = (entry: string): boolean => isHostEntry(entry) && !/^(\*|localhost(:\d+)?)$/.test(entry);
