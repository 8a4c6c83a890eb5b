import type { Rule } from '../../../model.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { misnamedUrls } from '../../shared/servers/serverUrls.ts';

/** Source: the validator of Claude Code, which refuses a manifest with such a server; https://code.claude.com/docs/en/mcp */
export const serverUrlKey: Rule = {
  id: 'plugin/server-url-key',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    yield* misnamedUrls(inlineServers(root), edit, 'the plugin does not load');
  },
};
