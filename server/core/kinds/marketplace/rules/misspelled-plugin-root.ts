import type { Rule } from '../../../model.ts';
import { commandTexts, handlersOf, inlineHooks } from '../../shared/hooks/handlers.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';
import { entriesOf } from '../entries.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (`${CLAUDE_PLUGIN_ROOT}` is the folder of the installed plugin). */
export const misspelledPluginRoot: Rule = {
  id: 'marketplace/misspelled-plugin-root',
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    for (const { node } of entriesOf(root)) {
      yield* misspelledRoots(document, serverTexts(inlineServers(node)));
      yield* misspelledRoots(document, commandTexts(inlineHooks(node).flatMap(handlersOf)));
    }
  },
};
