import type { Rule } from '../../../model.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';
import { idleConditions } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (`if` is for tool events; on any other the hook never runs). */
export const ifWithoutTool: Rule = {
  id: 'plugin/if-without-tool',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const map of inlineHooks(root)) {
      yield* idleConditions(map, edit);
    }
  },
};
