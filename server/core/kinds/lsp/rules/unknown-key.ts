import { languageServerFlawOpening } from '../../../components/languageServerFlaws.ts';
import type { Rule } from '../../../model.ts';
import { lspServerOf } from '../../shared/servers/lspSchema.ts';
import { unknownKeyProblem } from '../../shared/unknownKeys.ts';
import { flawedServers } from '../servers.ts';

const server = lspServerOf({});

/**
 * The validator rejects other keys in `plugin.json`, and accepts them in this file: that they do harm there is our reading, so
 * it is a hint.
 */
export const unknownKey: Rule = {
  id: 'lsp/unknown-key',
  aliases: ['plugin/refused-key'],
  severity: 'hint',
  source: ['claude-code-validator', 'our-reading'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    const outcome = consequence ? `so ${consequence.clause}` : 'and the server may be skipped';
    for (const { flaw } of flawedServers(root, 'unknown-key')) {
      const problem = unknownKeyProblem(flaw.node, server, edit, `${languageServerFlawOpening(flaw)}, ${outcome}`);
      yield { ...problem, ...(consequence && { severity: consequence.severity }) };
    }
  },
};
