import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { looseMatchers } from '../../shared/hooks/hookChecks.ts';

/** A pattern may match anywhere in a name: `Edit.*` matches `NotebookEdit` too. */
export const unanchoredMatcher: Rule = {
  id: 'hooks/unanchored-matcher',
  aliases: ['plugin/unanchored-matcher'],
  severity: 'info',
  source: ['code/hooks'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'document',
  *check({ root, document }) {
    yield* looseMatchers(document, child(root, 'hooks'));
  },
};
