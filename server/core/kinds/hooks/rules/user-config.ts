import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { optionsInShell } from '../../shared/hooks/commandChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (since Claude Code 2.1.207 no such value in what a shell reads). */
export const userConfig: Rule = {
  id: 'hooks/user-config',
  aliases: ['plugin/user-config-in-hook'],
  severity: 'warning',
  scope: 'document',
  *check({ root, document, target }) {
    const milder = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const problem of optionsInShell(document, child(root, 'hooks'))) yield { ...problem, ...milder };
  },
};
