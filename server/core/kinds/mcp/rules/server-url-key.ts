import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { misnamedUrls } from '../../shared/servers/serverUrls.ts';

export const serverUrlKey: Rule = {
  id: 'mcp/server-url-key',
  aliases: ['plugin/server-url-key'],
  severity: 'error',
  source: ['code/mcp', 'github/claude-code-39039'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    yield* misnamedUrls(serversOf(serverMap(root)), edit, consequence?.clause);
  },
};
