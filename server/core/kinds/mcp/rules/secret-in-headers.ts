import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { headerSecrets } from '../../shared/servers/serverSecrets.ts';

/** The validator warns about literal credentials in headers. */
export const secretInHeaders: Rule = {
  id: 'mcp/secret-in-headers',
  aliases: ['plugin/secret-in-headers'],
  severity: 'warning',
  source: ['code/mcp', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'secret-exposed',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root }) {
    yield* headerSecrets(serversOf(serverMap(root)));
  },
};
