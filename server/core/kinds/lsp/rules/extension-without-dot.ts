import type { Rule } from '../../../model.ts';
import { dotlessExtensions } from '../../shared/servers/lspChecks.ts';
import { lspServers } from '../servers.ts';

/** The validator refuses the same entry in `plugin.json` and lists no server for it in this file. */
export const extensionWithoutDot: Rule = {
  id: 'lsp/extension-without-dot',
  aliases: ['plugin/language-server-entry'],
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, edit, consequence }) {
    const outcome = (name: string) => consequence?.clause ?? `\`${name}\` is silently skipped`;
    for (const problem of dotlessExtensions(lspServers(root), edit, outcome)) {
      yield { ...problem, ...(consequence && { severity: consequence.severity, appliesTo: {} }) };
    }
  },
};
