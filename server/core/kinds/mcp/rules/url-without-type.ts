import type { Rule } from '../../../model.ts';
import { untypedServers } from '../../shared/servers/serverChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

/** An entry with `url` and no `type` is skipped. */
export const urlWithoutType: Rule = {
  id: 'mcp/url-without-type',
  aliases: ['plugin/server-without-type', 'marketplace/server-without-type'],
  severity: 'error',
  source: ['code/mcp'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    yield* untypedServers(serversOf(serverMap(root)), edit, consequence?.clause);
  },
};
