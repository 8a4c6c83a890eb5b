import type { Rule } from '../../../model.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';
import { unknownEvents } from '../../shared/hooks/hookChecks.ts';
import { entriesOf } from '../entries.ts';

/** Source: https://code.claude.com/docs/en/hooks */
export const unknownEvent: Rule = {
  id: 'marketplace/unknown-event',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const { node } of entriesOf(root)) for (const map of inlineHooks(node)) yield* unknownEvents(map, edit);
  },
};
