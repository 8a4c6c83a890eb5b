import type { Rule } from '../../../model.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import { groupsOf } from '../../shared/handlers.ts';
import { hookEvents } from '../../shared/hookEvents.ts';

/** Source: https://code.claude.com/docs/en/hooks (a matcher on an event without one is ignored). */
export const matcherNotUsed: Rule = {
  id: 'hooks/matcher-not-used',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    for (const { event, group } of groupsOf(child(root, 'hooks'))) {
      const matcher = property(group, 'matcher');
      const known = Object.hasOwn(hookEvents, event.key) ? hookEvents[event.key] : undefined;
      if (!matcher || !known || known.matches || /^\*?$/.test(stringOf(matcher.valueNode) ?? '')) continue;
      yield {
        range: matcher.keyNode.range,
        message: `\`${event.key}\` has nothing to match: the hooks run every time.`,
        fixes: [{ title: 'Remove `matcher`', edits: [edit.remove(matcher)] }],
      };
    }
  },
};
