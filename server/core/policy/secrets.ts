import { maskTokens } from '../base/mask.ts';
import { isPlaceholder } from './readValue.ts';

/** Words of examples and templates: what holds one is no secret. */
const samples = [
  /\$\{|\{\{|<[^<>]*>|%\w+%|\.\.\.|…|\*{3}|•/,
  /x{4}|example|sample|placeholder|redacted|dummy|changeme/i,
  /(?:^|[\s_-])(?:your|my|replace|change|test|fake)(?:[_-]|$)/i,
];

/** A token in the query of an address: long, of letters and digits. */
const query = /[?&](?:api[_-]?key|access_token|token|secret)=(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/i;

/**
 * Whether a text holds a secret by its own look: the shape of a well-known token, what follows `Bearer` or `Basic`, or a token
 * in a query. What stands before the `@` of an address does not count here.
 */
export function looksSecret(text: string): boolean {
  if (isPlaceholder(text) || samples.some((sample) => sample.test(text))) return false;
  if (query.test(text)) return true;
  // A name before a `=` proves nothing: `--max-token=4096`. Nor does a plain word behind `Bearer`.
  const bare = text.replace(/(?<=\w:\/\/)[^/\s"]*@/, '').replaceAll('=', ' ');
  return maskTokens(bare) !== bare && !/\b(?:Bearer|Basic)\s+[a-z]+\s*$/.test(bare);
}
