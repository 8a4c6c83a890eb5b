import type { Rule } from '../../../model.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';

/** How tokens of well-known services begin. */
const token =
  /^(?:(?:Bearer|Basic|token)\s+)?(sk-|gh[opsu]_|github_pat_|glpat-|xox[abprs]-|AKIA|AIza|eyJ|npm_|pypi-)[\w.-]{12,}/i;
const long = /^(?:Bearer|Basic)\s+[\w+/=.~-]{24,}$/i;

/** Source: the validator of Claude Code warns of literal credentials in headers; https://code.claude.com/docs/en/mcp (variables). */
export const secretInHeaders: Rule = {
  id: 'mcp/secret-in-headers',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    for (const { name, entry } of serversOf(serverMap(root))) {
      for (const { key, valueNode } of propertiesOf(child(entry, 'headers'))) {
        const value = stringOf(valueNode);
        if (!valueNode || !value || /[$<{]|redacted|example|your/i.test(value)) continue;
        if (!token.test(value) && !long.test(value)) continue;
        yield {
          range: valueNode.range,
          ...(!target.hosts.includes('claude-code') && { severity: 'hint' }),
          message: `\`${key}\` of \`${name}\` looks like a secret in plain text: everybody who has the plugin can read it. Let users sign in, or use a variable.`,
        };
      }
    }
  },
};
