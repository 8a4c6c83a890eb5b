import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { unquotedRoots } from '../../shared/hooks/commandChecks.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (put it in quotes); the validator of Claude Code warns. */
export const unquotedPluginRoot: Rule = {
  id: 'hooks/unquoted-plugin-root',
  aliases: ['plugin/unquoted-plugin-root'],
  severity: 'warning',
  scope: 'document',
  *check({ root, document, target, edit }) {
    const milder = target.hosts.includes('claude-code') ? {} : ({ severity: 'hint' } as const);
    for (const problem of unquotedRoots(document, child(root, 'hooks'), edit)) yield { ...problem, ...milder };
  },
};
