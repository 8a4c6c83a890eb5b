import type { Rule } from '../../../model.ts';
import { transportServers, untypedServers } from '../../shared/servers/serverChecks.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';

/** Source: https://code.claude.com/docs/en/mcp; the validator refuses a manifest with such a server. */
export const serverWithoutType: Rule = {
  id: 'plugin/server-without-type',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    const servers = inlineServers(root);
    yield* transportServers(servers, edit);
    yield* untypedServers(servers, edit);
  },
};
