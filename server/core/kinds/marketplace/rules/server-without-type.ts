import type { Rule } from '../../../model.ts';
import { transportServers, untypedServers } from '../../shared/servers/serverChecks.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { entriesOf } from '../entries.ts';

/** Source: https://code.claude.com/docs/en/mcp; the validator refuses an entry with such a server. */
export const serverWithoutType: Rule = {
  id: 'marketplace/server-without-type',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    for (const { node } of entriesOf(root)) {
      yield* transportServers(inlineServers(node), edit);
      yield* untypedServers(inlineServers(node), edit);
    }
  },
};
