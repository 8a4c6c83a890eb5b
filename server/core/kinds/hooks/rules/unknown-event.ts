import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { unknownEvents } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (names of events are case-sensitive); the validator warns and leaves the entry out. */
export const unknownEvent: Rule = {
  id: 'hooks/unknown-event',
  aliases: ['plugin/unknown-event', 'marketplace/unknown-event'],
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    yield* unknownEvents(child(root, 'hooks'), edit);
  },
};
