import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { badPorts } from '../../shared/servers/serverUrls.ts';

/** Source: the validator of Claude Code refuses an address whose port is none. */
export const badPort: Rule = {
  id: 'mcp/bad-port',
  aliases: ['plugin/bad-port'],
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    yield* badPorts(serversOf(serverMap(root)));
  },
};
