import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { optionsInShell } from '../../shared/hooks/commandChecks.ts';

/** Since Claude Code 2.1.207, options are not substituted in shell commands. */
export const userConfig: Rule = {
  id: 'hooks/user-config',
  aliases: ['plugin/user-config-in-hook'],
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'fails',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, document }) {
    yield* optionsInShell(document, child(root, 'hooks'));
  },
};
