import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { relativeUrls } from '../../shared/servers/serverUrls.ts';

/** The validator rejects a literal URL without a scheme. */
export const urlNotAbsolute: Rule = {
  id: 'mcp/url-not-absolute',
  aliases: ['plugin/url-not-absolute'],
  severity: 'error',
  source: ['code/mcp', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, consequence }) {
    yield* relativeUrls(serversOf(serverMap(root)), consequence?.clause);
  },
};
