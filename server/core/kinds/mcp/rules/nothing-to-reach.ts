import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { unreachable } from '../../shared/servers/serverUrls.ts';

/** Source: https://code.claude.com/docs/en/mcp (a server has a `command`, or a `type` and a `url`). */
export const nothingToReach: Rule = {
  id: 'mcp/nothing-to-reach',
  aliases: ['plugin/nothing-to-reach'],
  severity: 'error',
  scope: 'document',
  *check({ root, edit, consequence }) {
    yield* unreachable(serversOf(serverMap(root)), edit, consequence?.clause);
  },
};
