import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { misnamedUrls } from '../../shared/servers/serverUrls.ts';

/** Source: https://github.com/anthropics/claude-code/issues/39039; https://code.claude.com/docs/en/mcp (`url` is required). */
export const serverUrlKey: Rule = {
  id: 'mcp/server-url-key',
  aliases: ['plugin/server-url-key'],
  severity: 'error',
  scope: 'document',
  *check({ root, edit, consequence }) {
    yield* misnamedUrls(serversOf(serverMap(root)), edit, consequence?.clause);
  },
};
