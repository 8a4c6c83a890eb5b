import type { Rule } from '../../../model.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { badPorts } from '../../shared/servers/serverUrls.ts';

/** Source: the validator of Claude Code, which refuses a manifest with such a server; https://code.claude.com/docs/en/mcp */
export const badPort: Rule = {
  id: 'plugin/bad-port',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    yield* badPorts(inlineServers(root));
  },
};
