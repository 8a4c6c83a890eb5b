import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { startTexts } from '../../shared/servers/serverTexts.ts';
import { leavingPaths } from '../../shared/texts/pathChecks.ts';

/** An installed plugin cannot reach files outside of its folder. */
export const pathLeavesPlugin: Rule = {
  id: 'mcp/path-leaves-plugin',
  aliases: ['plugin/path-leaves-plugin'],
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    yield* leavingPaths(document, startTexts(serversOf(serverMap(root))));
  },
};
