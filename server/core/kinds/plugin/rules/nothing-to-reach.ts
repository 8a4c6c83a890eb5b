import type { Rule } from '../../../model.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { unreachable } from '../../shared/servers/serverUrls.ts';

/** Source: the validator of Claude Code, which refuses a manifest with such a server; https://code.claude.com/docs/en/mcp */
export const nothingToReach: Rule = {
  id: 'plugin/nothing-to-reach',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    yield* unreachable(inlineServers(root), edit, 'the plugin does not load');
  },
};
