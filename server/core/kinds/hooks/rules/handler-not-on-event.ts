import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { unfitHandlers } from '../../shared/hooks/hookChecks.ts';

/** These events accept only `command` and `mcp_tool`. */
export const handlerNotOnEvent: Rule = {
  id: 'hooks/handler-not-on-event',
  aliases: ['plugin/handler-not-on-event'],
  severity: 'warning',
  source: ['code/hooks'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root }) {
    yield* unfitHandlers(child(root, 'hooks'));
  },
};
