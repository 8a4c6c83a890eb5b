import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { unknownEvents } from '../../shared/hooks/hookChecks.ts';

/** Names of events are case-sensitive. The validator warns and ignores the entry. */
export const unknownEvent: Rule = {
  id: 'hooks/unknown-event',
  aliases: ['plugin/unknown-event', 'marketplace/unknown-event'],
  severity: 'warning',
  source: ['code/hooks', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    yield* unknownEvents(child(root, 'hooks'), edit);
  },
};
