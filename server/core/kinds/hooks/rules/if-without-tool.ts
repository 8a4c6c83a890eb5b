import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';
import { handlersOf } from '../../shared/handlers.ts';
import { hookEvents } from '../../shared/hookEvents.ts';

/** Source: https://code.claude.com/docs/en/hooks (`if` is for tool events; on any other the hook never runs). */
export const ifWithoutTool: Rule = {
  id: 'hooks/if-without-tool',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const { event, handler } of handlersOf(child(root, 'hooks'))) {
      const condition = property(handler, 'if');
      const known = Object.hasOwn(hookEvents, event.key) ? hookEvents[event.key] : undefined;
      // Whether a batch of tools counts as a tool event is not written anywhere.
      if (condition?.valueNode?.type !== 'string' || !known || known.tool || event.key === 'PostToolBatch') continue;
      yield {
        range: condition.keyNode.range,
        message: `\`if\` compares tool calls, and \`${event.key}\` has none: with it the hook never runs. Remove it.`,
        fixes: [{ title: 'Remove `if`', edits: [edit.remove(condition)] }],
      };
    }
  },
};
