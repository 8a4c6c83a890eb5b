import type { Rule } from '../../../model.ts';
import { commandArguments, dotlessExtensions } from '../../shared/servers/lspChecks.ts';
import { inlineLanguageServers } from '../inline.ts';

const outcome = () => 'the plugin does not load';

/** Source: the validator of Claude Code, which refuses a manifest with such a language server. */
export const languageServerEntry: Rule = {
  id: 'plugin/language-server-entry',
  severity: 'error',
  scope: 'document',
  *check({ root, edit }) {
    const servers = inlineLanguageServers(root);
    yield* dotlessExtensions(servers, edit, outcome);
    yield* commandArguments(servers, edit, outcome);
  },
};
