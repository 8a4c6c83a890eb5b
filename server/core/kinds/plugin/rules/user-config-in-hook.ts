import type { Rule } from '../../../model.ts';
import { optionsInShell } from '../../shared/hooks/commandChecks.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (since Claude Code 2.1.207 no such value in what a shell reads). */
export const userConfigInHook: Rule = {
  id: 'plugin/user-config-in-hook',
  severity: 'warning',
  scope: 'document',
  *check({ root, document, target }) {
    const milder = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const map of inlineHooks(root)) {
      for (const problem of optionsInShell(document, map)) yield { ...problem, ...milder };
    }
  },
};
