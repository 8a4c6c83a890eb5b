import type { Rule } from '../../../model.ts';
import { missingFiles } from '../../shared/texts/pathChecks.ts';
import { lspTexts } from '../servers.ts';

/** `${CLAUDE_PLUGIN_ROOT}` is substituted for language servers too. */
export const missingScript: Rule = {
  id: 'lsp/missing-script',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    yield* missingFiles({ document, workspace }, lspTexts(root), 'the language server does not start');
  },
};
