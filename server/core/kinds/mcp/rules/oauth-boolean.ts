import type { Rule } from '../../../model.ts';
import { oauthBooleans } from '../../shared/servers/serverChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

/** Source: the validator of Claude Code; https://code.claude.com/docs/en/mcp (`oauth` is an object). Cowork reads `true`. */
export const oauthBoolean: Rule = {
  id: 'mcp/oauth-boolean',
  aliases: ['plugin/oauth-boolean'],
  severity: 'error',
  scope: 'document',
  *check({ root, target, consequence }) {
    yield* oauthBooleans(serversOf(serverMap(root)), target.hosts, consequence?.clause);
  },
};
