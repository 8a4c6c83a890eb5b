import type { Rule } from '../../../model.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';
import { looseMatchers } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (a pattern may match anywhere in a name: `Edit.*` matches `NotebookEdit` too). */
export const unanchoredMatcher: Rule = {
  id: 'plugin/unanchored-matcher',
  severity: 'info',
  scope: 'document',
  *check({ root, document }) {
    for (const map of inlineHooks(root)) {
      yield* looseMatchers(document, map);
    }
  },
};
