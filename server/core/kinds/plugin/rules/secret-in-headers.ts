import type { Rule } from '../../../model.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { headerSecrets } from '../../shared/servers/serverSecrets.ts';

/** Source: the validator of Claude Code warns of literal credentials in headers; https://code.claude.com/docs/en/mcp (variables). */
export const secretInHeaders: Rule = {
  id: 'plugin/secret-in-headers',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    const milder = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const problem of headerSecrets(inlineServers(root))) yield { ...problem, ...milder };
  },
};
