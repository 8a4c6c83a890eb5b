import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { unfitHandlers } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (these events take `command` and `mcp_tool` only). */
export const handlerNotOnEvent: Rule = {
  id: 'hooks/handler-not-on-event',
  aliases: ['plugin/handler-not-on-event'],
  severity: 'warning',
  scope: 'document',
  *check({ root }) {
    yield* unfitHandlers(child(root, 'hooks'));
  },
};
