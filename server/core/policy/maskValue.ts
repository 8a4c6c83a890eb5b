import { mask } from '../base/mask.ts';

const hidden = '•••';
const secretKey = /(api_?key|secret|token$|password|bearer)/i;
const secretMap = /^(headers|env|args|.*Headers|.*Args|otlpResourceAttributes)$/;
/** Their keys are names of tools, which may sound like secrets. */
const toolMap = /^(toolPolicy|builtinToolPolicy)$/;

/** A configuration value without its secrets: keys and tokens, values of headers and environments, arguments, what stands before `@` or behind `?` in an address. */
export function maskValue(key: string, value: unknown): unknown {
  if (value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number') return value;
  if (toolMap.test(key)) return value;
  if (secretMap.test(key)) return maskLeaves(value);
  if (typeof value === 'string') return secretKey.test(key) ? hidden : maskAddress(value);
  if (Array.isArray(value)) return value.map((item) => maskValue(key, item));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskValue(name, inner)]));
}

function maskLeaves(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskLeaves);
  if (typeof value !== 'object' || value === null) return hidden;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, maskLeaves(inner)]));
}

const maskAddress = (text: string): string =>
  mask(text)
    .replace(/^(\w+:\/\/)[^/@\s]*@/, `$1${hidden}@`)
    .replace(/^(\w+:\/\/[^?\s]*)\?.*$/, `$1?${hidden}`);

/** The host of an address, with its port; never user, path or query. Null when there is none to be read. */
export function hostOf(address: string): string | null {
  const match = /^(?:(?:[a-z][\w+.-]*:)?\/\/)?(?:[^/?#\\]*@)?(\[[^\]]*\](?::\d+)?|[^/?#\\@\s]+)/i.exec(address.trim());
  return match?.[1] ?? null;
}
