import type { Rule } from '../../../model.ts';
import { misspelledRoots } from '../../shared/texts/pathChecks.ts';
import { lspTexts } from '../servers.ts';

export const misspelledPluginRoot: Rule = {
  id: 'lsp/misspelled-plugin-root',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ document, root }) {
    yield* misspelledRoots(document, lspTexts(root));
  },
};
