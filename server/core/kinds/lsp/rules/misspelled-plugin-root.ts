import type { Rule } from '../../../model.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';
import { lspTexts } from '../servers.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (the placeholders of a plugin). */
export const misspelledPluginRoot: Rule = {
  id: 'lsp/misspelled-plugin-root',
  severity: 'warning',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, lspTexts(root));
  },
};
