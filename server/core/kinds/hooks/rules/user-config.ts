import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { handlersOf, runsInShell } from '../../shared/handlers.ts';
import { optionUses } from '../../shared/optionChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (since Claude Code 2.1.207 no such value in what a shell reads). */
export const userConfig: Rule = {
  id: 'hooks/user-config',
  severity: 'warning',
  scope: 'document',
  *check({ document, root, target }) {
    for (const { handler } of handlersOf(child(root, 'hooks'))) {
      const command = child(handler, 'command');
      if (command?.type !== 'string' || !runsInShell(handler)) continue;
      for (const { range } of optionUses(document, command)) {
        yield {
          range,
          ...(!target.hosts.includes('claude-code') && { severity: 'hint' }),
          message:
            'A shell reads this command, and values of users are refused there since Claude Code 2.1.207: the hook does not run. Give the value in `args`, which no shell reads.',
        };
      }
    }
  },
};
