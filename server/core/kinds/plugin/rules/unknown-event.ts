import type { Rule } from '../../../model.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';
import { unknownEvents } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks; inline hooks are the events themselves, without a `hooks` around them. */
export const unknownEvent: Rule = {
  id: 'plugin/unknown-event',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const map of inlineHooks(root)) yield* unknownEvents(map, edit);
  },
};
