import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';

/** The validator does not list such a server. */
export const protoName: Rule = {
  id: 'mcp/proto-name',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    for (const { name, property } of serversOf(serverMap(root))) {
      if (name !== '__proto__') continue;
      yield {
        range: property.keyNode.range,
        message: 'A server named `__proto__` is silently ignored. Choose another name.',
      };
    }
  },
};
