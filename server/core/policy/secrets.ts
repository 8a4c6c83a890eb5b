import { maskTokens } from '../base/mask.ts';
import { isPlaceholder } from './readValue.ts';

/** Words of examples and templates: a string that contains one is not a secret. */
const samples = [
  /\$\{|\{\{|<[^<>]*>|%\w+%|\.\.\.|…|\*{3}|•/,
  /x{4}|example|sample|placeholder|redacted|dummy|changeme/i,
  /(?:^|[\s_-])(?:your|my|replace|change|test|fake)(?:[_-]|$)/i,
];

/** A token in the query of a URL: long, with letters and digits. */
const query = /[?&](?:api[_-]?key|access_token|token|secret)=(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{20,}/i;

/**
 * Whether a string contains a secret that is recognisable by its own shape: a well-known token, what follows `Bearer` or
 * `Basic`, or a token in a query. What is before the `@` in a URL does not count here.
 */
export function looksSecret(text: string): boolean {
  if (isPlaceholder(text) || samples.some((sample) => sample.test(text))) return false;
  if (query.test(text)) return true;
  // A name before `=` proves nothing: `--max-token=4096`. Nor does a plain word after `Bearer`.
  const bare = text.replace(/(?<=\w:\/\/)[^/\s"]*@/, '').replaceAll('=', ' ');
  return maskTokens(bare) !== bare && !/\b(?:Bearer|Basic)\s+[a-z]+\s*$/.test(bare);
}
