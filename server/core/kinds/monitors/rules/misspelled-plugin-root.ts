import type { Rule } from '../../../model.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';
import { commandsOf } from '../monitors.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (the placeholders of a plugin). */
export const misspelledPluginRoot: Rule = {
  id: 'monitors/misspelled-plugin-root',
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, commandsOf(root));
  },
};
