import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { badPorts } from '../../shared/servers/serverUrls.ts';

/** The validator rejects a URL with an invalid port. */
export const badPort: Rule = {
  id: 'mcp/bad-port',
  aliases: ['plugin/bad-port'],
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, consequence }) {
    yield* badPorts(serversOf(serverMap(root)), consequence?.clause);
  },
};
