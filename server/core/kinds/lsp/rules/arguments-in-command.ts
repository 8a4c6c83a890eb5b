import type { Rule } from '../../../model.ts';
import { commandArguments } from '../../shared/servers/lspChecks.ts';
import { lspServers } from '../servers.ts';

/** The validator takes no blank in `command` unless it is a whole path: no shell reads it. */
export const argumentsInCommand: Rule = {
  id: 'lsp/arguments-in-command',
  aliases: ['plugin/language-server-entry'],
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, edit, consequence }) {
    const outcome = () => consequence?.clause ?? 'it is silently skipped';
    for (const problem of commandArguments(lspServers(root), edit, outcome)) {
      yield { ...problem, ...(consequence && { severity: consequence.severity, appliesTo: {} }) };
    }
  },
};
