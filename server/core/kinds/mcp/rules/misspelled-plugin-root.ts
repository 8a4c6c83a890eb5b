import type { Rule } from '../../../model.ts';
import { serverMap, serversOf } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference; https://github.com/anthropics/claude-code/issues/93250. */
export const misspelledPluginRoot: Rule = {
  id: 'mcp/misspelled-plugin-root',
  aliases: ['plugin/misspelled-plugin-root', 'marketplace/misspelled-plugin-root'],
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, serverTexts(serversOf(serverMap(root))));
  },
};
