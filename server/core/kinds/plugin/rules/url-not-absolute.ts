import type { Rule } from '../../../model.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { relativeUrls } from '../../shared/servers/serverUrls.ts';

/** Source: the validator of Claude Code, which refuses a manifest with such a server; https://code.claude.com/docs/en/mcp */
export const urlNotAbsolute: Rule = {
  id: 'plugin/url-not-absolute',
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    yield* relativeUrls(inlineServers(root));
  },
};
