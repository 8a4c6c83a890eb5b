import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { unreachable, unusable } from '../../shared/servers/serverUrls.ts';

/** A server has a `command`, or a `type` and a `url`. */
export const nothingToReach: Rule = {
  id: 'mcp/nothing-to-reach',
  aliases: ['plugin/nothing-to-reach'],
  severity: 'error',
  source: ['code/mcp'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence, schemaProblems }) {
    const servers = serversOf(serverMap(root));
    const told = schemaProblems().flatMap(({ severity, range }) => (severity === undefined ? range : []));
    yield* unreachable(servers, edit, consequence?.clause);
    yield* unusable(servers, told, consequence?.clause);
  },
};
