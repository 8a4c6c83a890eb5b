import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { commandTexts, handlersOf } from '../../shared/hooks/handlers.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';

export const misspelledPluginRoot: Rule = {
  id: 'hooks/misspelled-plugin-root',
  aliases: ['plugin/misspelled-plugin-root', 'marketplace/misspelled-plugin-root'],
  severity: 'warning',
  source: ['code/plugins-reference', 'github/claude-code-93250'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, commandTexts(handlersOf(child(root, 'hooks'))));
  },
};
