import type { Rule } from '../../../model.ts';
import { transportServers } from '../../shared/servers/serverChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

export const transportInsteadOfType: Rule = {
  id: 'mcp/transport-instead-of-type',
  aliases: ['plugin/server-without-type', 'marketplace/server-without-type'],
  severity: 'error',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    yield* transportServers(serversOf(serverMap(root)), edit, consequence?.clause);
  },
};
