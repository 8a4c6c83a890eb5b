import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { commandTexts, handlersOf } from '../../shared/hooks/handlers.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference; https://github.com/anthropics/claude-code/issues/93250. */
export const misspelledPluginRoot: Rule = {
  id: 'hooks/misspelled-plugin-root',
  aliases: ['plugin/misspelled-plugin-root', 'marketplace/misspelled-plugin-root'],
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, commandTexts(handlersOf(child(root, 'hooks'))));
  },
};
