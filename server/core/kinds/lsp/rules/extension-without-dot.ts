import type { Rule } from '../../../model.ts';
import { dotlessExtensions } from '../../shared/servers/lspChecks.ts';
import { lspServers } from '../servers.ts';

/** Source: the validator of Claude Code, which refuses the same entry in `plugin.json` and lists no server for it in this file. */
export const extensionWithoutDot: Rule = {
  id: 'lsp/extension-without-dot',
  aliases: ['plugin/language-server-entry'],
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit, consequence }) {
    const severity = consequence?.severity ?? (target.hosts.includes('claude-code') ? 'warning' : 'hint');
    const outcome = (name: string) => consequence?.clause ?? `\`${name}\` is left out without a word`;
    for (const problem of dotlessExtensions(lspServers(root), edit, outcome)) yield { ...problem, severity };
  },
};
