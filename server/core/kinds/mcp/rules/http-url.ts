import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { plainUrls } from '../../shared/servers/serverUrls.ts';

/** Source: https://code.claude.com/docs/en/mcp; the validator of Claude Code warns of addresses without encryption off this computer. */
export const httpUrl: Rule = {
  id: 'mcp/http-url',
  aliases: ['plugin/http-url'],
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    const milder = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const problem of plainUrls(serversOf(serverMap(root)))) yield { ...problem, ...milder };
  },
};
