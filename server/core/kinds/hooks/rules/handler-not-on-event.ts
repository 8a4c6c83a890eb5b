import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { handlersOf } from '../../shared/handlers.ts';

const events = ['SessionStart', 'Setup'];
const unfit = ['http', 'prompt', 'agent'];

/** Source: https://code.claude.com/docs/en/hooks (these events take `command` and `mcp_tool` only). */
export const handlerNotOnEvent: Rule = {
  id: 'hooks/handler-not-on-event',
  severity: 'warning',
  scope: 'document',
  *check({ root }) {
    for (const { event, handler } of handlersOf(child(root, 'hooks'))) {
      const type = child(handler, 'type');
      const value = stringOf(type);
      if (!type || value === undefined || !events.includes(event.key) || !unfit.includes(value)) continue;
      yield {
        range: type.range,
        message: `\`${event.key}\` runs only \`command\` and \`mcp_tool\` hooks: this \`${value}\` hook does not run. Use a \`command\`.`,
      };
    }
  },
};
