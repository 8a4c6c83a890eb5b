import type { Rule } from '../../../model.ts';
import { leavingPaths } from '../../shared/pathChecks.ts';
import { serverMap, serversOf } from '../../shared/servers.ts';
import { startTexts } from '../../shared/serverTexts.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (an installed plugin cannot reach files outside of its folder). */
export const pathLeavesPlugin: Rule = {
  id: 'mcp/path-leaves-plugin',
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    yield* leavingPaths(document, startTexts(serversOf(serverMap(root))));
  },
};
