import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';

export const misspelledPluginRoot: Rule = {
  id: 'mcp/misspelled-plugin-root',
  aliases: ['plugin/misspelled-plugin-root', 'marketplace/misspelled-plugin-root'],
  severity: 'warning',
  source: ['code/plugins-reference', 'github/claude-code-93250'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, serverTexts(serversOf(serverMap(root))));
  },
};
