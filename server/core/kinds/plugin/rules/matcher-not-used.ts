import type { Rule } from '../../../model.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';
import { idleMatchers } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (a matcher on an event without one is ignored). */
export const matcherNotUsed: Rule = {
  id: 'plugin/matcher-not-used',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    for (const map of inlineHooks(root)) {
      yield* idleMatchers(map, edit);
    }
  },
};
