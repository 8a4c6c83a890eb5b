import type { Rule } from '../../../model.ts';
import { oauthBooleans } from '../../shared/servers/serverChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

/** `oauth` is an object. Cowork reads `true`. */
export const oauthBoolean: Rule = {
  id: 'mcp/oauth-boolean',
  aliases: ['plugin/oauth-boolean'],
  severity: 'error',
  source: ['code/mcp', 'desktop/extensions', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  mixed: 'warning',
  scope: 'document',
  *check({ root, consequence }) {
    yield* oauthBooleans(serversOf(serverMap(root)), consequence?.clause);
  },
};
