import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { looseMatchers } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (a pattern may match anywhere in a name: `Edit.*` matches `NotebookEdit` too). */
export const unanchoredMatcher: Rule = {
  id: 'hooks/unanchored-matcher',
  aliases: ['plugin/unanchored-matcher'],
  severity: 'info',
  scope: 'document',
  *check({ root, document }) {
    yield* looseMatchers(document, child(root, 'hooks'));
  },
};
