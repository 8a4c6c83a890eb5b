import type { Rule } from '../../../model.ts';
import { transportServers } from '../../shared/servers/serverChecks.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (`type`, not `transport`). */
export const transportInsteadOfType: Rule = {
  id: 'mcp/transport-instead-of-type',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    yield* transportServers(serversOf(serverMap(root)), edit);
  },
};
