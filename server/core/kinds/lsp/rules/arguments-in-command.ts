import type { Rule } from '../../../model.ts';
import { commandArguments } from '../../shared/servers/lspChecks.ts';
import { lspServers } from '../servers.ts';

/** Source: the validator of Claude Code, which takes no blank in `command` unless it is a whole path: no shell reads it. */
export const argumentsInCommand: Rule = {
  id: 'lsp/arguments-in-command',
  aliases: ['plugin/language-server-entry'],
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit, consequence }) {
    const severity = consequence?.severity ?? (target.hosts.includes('claude-code') ? 'warning' : 'hint');
    const outcome = () => consequence?.clause ?? 'it is left out without a word';
    for (const problem of commandArguments(lspServers(root), edit, outcome)) yield { ...problem, severity };
  },
};
