import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { plainUrls } from '../../shared/servers/serverUrls.ts';

/** The validator of Claude Code warns about unencrypted URLs of other hosts. */
export const httpUrl: Rule = {
  id: 'mcp/http-url',
  aliases: ['plugin/http-url'],
  severity: 'warning',
  source: ['code/mcp', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'secret-exposed',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root }) {
    yield* plainUrls(serversOf(serverMap(root)));
  },
};
