import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { unreachable } from '../../shared/servers/serverUrls.ts';

/** A server has a `command`, or a `type` and a `url`. */
export const nothingToReach: Rule = {
  id: 'mcp/nothing-to-reach',
  aliases: ['plugin/nothing-to-reach'],
  severity: 'error',
  source: ['code/mcp'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    yield* unreachable(serversOf(serverMap(root)), edit, consequence?.clause);
  },
};
