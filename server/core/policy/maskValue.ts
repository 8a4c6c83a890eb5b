import { isSecretKey, isSecretMap, mask } from '../base/mask.ts';

const hidden = '•••';
/** Arguments of programs, in which secrets have no name. */
const argumentList = /^(args|.*Args)$/;
/** A program with arguments. */
const command = /^(command|.*Helper)$/;
/** Maps whose keys are names of tools, which may look like names of secrets. */
const toolMap = /^(toolPolicy|builtinToolPolicy)$/;

/**
 * Returns a configuration value without its secrets: keys and tokens, values of headers and environment variables, arguments,
 * and in URLs what is before `@` or after `?`.
 */
export function maskValue(key: string, value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return value;
  if (toolMap.test(key)) return value;
  if (isSecretMap(key) || argumentList.test(key)) return maskLeaves(value);
  if (typeof value === 'string')
    return isSecretKey(key) ? hidden : maskAddress(command.test(key) ? programOf(value) : value);
  if (Array.isArray(value)) return value.map((item) => maskValue(key, item));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskValue(name, inner)]));
}

function maskLeaves(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskLeaves);
  if (typeof value !== 'object' || value === null) return hidden;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskLeaves(inner)]));
}

/** Returns the program of a command; its first option or `NAME=value` and everything after it is hidden. */
export function programOf(text: string): string {
  const cut = text.search(/\s(?:-|\S*=)/);
  return cut < 0 ? text : `${text.slice(0, cut).trimEnd()} ${hidden}`;
}

const maskAddress = (text: string): string =>
  mask(text)
    .replace(/^(\w+:\/\/)[^/\s]*@/, `$1${hidden}@`)
    .replace(/^(\w+:\/\/[^?\s]*)\?.*$/, `$1?${hidden}`);

/** Returns the host of a URL, with its port; never user, path or query. Null if it cannot be read. */
export function hostOf(address: string): string | null {
  const match = /^(?:(?:[a-z][\w+.-]*:)?\/\/)?(?:[^/?#\\]*@)?(\[[^\]]*\](?::\d+)?|[^/?#\\@\s]+)/i.exec(address.trim());
  return match?.[1] ?? null;
}
