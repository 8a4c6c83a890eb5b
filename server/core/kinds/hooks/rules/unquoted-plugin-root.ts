import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { unquotedRoots } from '../../shared/hooks/commandChecks.ts';

/** A path with spaces must be quoted. */
export const unquotedPluginRoot: Rule = {
  id: 'hooks/unquoted-plugin-root',
  aliases: ['plugin/unquoted-plugin-root'],
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'fails',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, document, edit }) {
    yield* unquotedRoots(document, child(root, 'hooks'), edit);
  },
};
