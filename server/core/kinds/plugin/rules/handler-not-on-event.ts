import type { Rule } from '../../../model.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';
import { unfitHandlers } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (these events take `command` and `mcp_tool` only). */
export const handlerNotOnEvent: Rule = {
  id: 'plugin/handler-not-on-event',
  severity: 'warning',
  scope: 'document',
  *check({ root }) {
    for (const map of inlineHooks(root)) {
      yield* unfitHandlers(map);
    }
  },
};
