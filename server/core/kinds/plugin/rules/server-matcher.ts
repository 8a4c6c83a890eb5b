import type { Rule } from '../../../model.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';
import { serverMatchers } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (`mcp__memory` alone is compared as an exact name and matches no tool). */
export const serverMatcher: Rule = {
  id: 'plugin/server-matcher',
  severity: 'warning',
  scope: 'document',
  *check({ root, document }) {
    for (const map of inlineHooks(root)) {
      yield* serverMatchers(document, map);
    }
  },
};
