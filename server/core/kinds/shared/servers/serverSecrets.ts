import type { Problem } from '../../../base/text.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { ServerEntry } from './serverMap.ts';

/** Prefixes of tokens of well-known services. */
const token =
  /^(?:(?:Bearer|Basic|token)\s+)?(sk-|gh[opsu]_|github_pat_|glpat-|xox[abprs]-|AKIA|AIza|eyJ|npm_|pypi-)[\w.-]{12,}/i;
/** Headers that carry nothing but a key, and a value with the form of one. */
const keyHeader = /^(x-)?api-?key$/i;
const keyForm = /^(?=[^0-9]*[0-9])(?=[^a-z]*[a-z])[\w+/=.-]{24,}$/i;
const long = /^(?:Bearer|Basic)\s+[\w+/=.~-]{24,}$/i;

/** Reports headers that look like a secret in plain text. */
export function* headerSecrets(servers: readonly ServerEntry[]): Generator<Problem> {
  for (const { name, entry } of servers) {
    for (const { key, valueNode } of propertiesOf(child(entry, 'headers'))) {
      const value = stringOf(valueNode);
      if (!valueNode || !value || /[$<{]|redacted|example|your/i.test(value)) continue;
      if (!token.test(value) && !long.test(value) && !(keyHeader.test(key) && keyForm.test(value))) continue;
      yield {
        range: valueNode.range,
        message: `\`${key}\` of \`${name}\` looks like a secret in plain text: everyone who has the plugin can read it. Let users sign in, or use a variable.`,
      };
    }
  }
}
