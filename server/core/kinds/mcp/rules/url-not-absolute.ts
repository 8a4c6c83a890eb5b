import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { relativeUrls } from '../../shared/servers/serverUrls.ts';

/** Source: the validator of Claude Code refuses a literal address without a scheme; https://code.claude.com/docs/en/mcp. */
export const urlNotAbsolute: Rule = {
  id: 'mcp/url-not-absolute',
  aliases: ['plugin/url-not-absolute'],
  severity: 'error',
  scope: 'document',
  *check({ root }) {
    yield* relativeUrls(serversOf(serverMap(root)));
  },
};
