import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { headerSecrets } from '../../shared/servers/serverSecrets.ts';

/** Source: the validator of Claude Code warns of literal credentials in headers; https://code.claude.com/docs/en/mcp (variables). */
export const secretInHeaders: Rule = {
  id: 'mcp/secret-in-headers',
  aliases: ['plugin/secret-in-headers'],
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    const milder = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const problem of headerSecrets(serversOf(serverMap(root)))) yield { ...problem, ...milder };
  },
};
