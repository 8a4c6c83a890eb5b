import type { Rule } from '../../../model.ts';
import { commandTexts, handlersOf, inlineHooks } from '../../shared/hooks/handlers.ts';
import { inlineServers } from '../../shared/servers/serverMap.ts';
import { serverTexts } from '../../shared/servers/serverTexts.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference; https://github.com/anthropics/claude-code/issues/93250. */
export const misspelledPluginRoot: Rule = {
  id: 'plugin/misspelled-plugin-root',
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, serverTexts(inlineServers(root)));
    yield* misspelledRoots(document, commandTexts(inlineHooks(root).flatMap(handlersOf)));
  },
};
