import type { Rule } from '../../../model.ts';
import { lspServerOf } from '../../shared/servers/lspSchema.ts';
import { unknownKeys } from '../../shared/unknownKeys.ts';
import { lspServers } from '../servers.ts';

const server = lspServerOf({});

/** The validator refuses other keys in `plugin.json`, and in this file it says nothing: that they do harm there is our reading, so a hint. */
export const unknownKey: Rule = {
  id: 'lsp/unknown-key',
  aliases: ['plugin/refused-key'],
  severity: 'hint',
  source: ['claude-code-validator', 'our-reading'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit, consequence }) {
    const what = `is not a key of a language server, ${consequence ? `so ${consequence.clause}` : 'and the server may be skipped'}`;
    for (const { entry } of lspServers(root)) {
      for (const problem of unknownKeys(entry, server, edit, what)) {
        yield { ...problem, ...(consequence && { severity: consequence.severity }) };
      }
    }
  },
};
