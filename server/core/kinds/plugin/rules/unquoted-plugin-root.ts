import type { Rule } from '../../../model.ts';
import { unquotedRoots } from '../../shared/hooks/commandChecks.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (put it in quotes); the validator of Claude Code warns. */
export const unquotedPluginRoot: Rule = {
  id: 'plugin/unquoted-plugin-root',
  severity: 'warning',
  scope: 'document',
  *check({ root, document, target }) {
    const milder = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const map of inlineHooks(root)) {
      for (const problem of unquotedRoots(document, map)) yield { ...problem, ...milder };
    }
  },
};
