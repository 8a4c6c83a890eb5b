import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { idleMatchers } from '../../shared/hooks/hookChecks.ts';

/** On events that have no matcher, it is ignored. */
export const matcherNotUsed: Rule = {
  id: 'hooks/matcher-not-used',
  aliases: ['plugin/matcher-not-used'],
  severity: 'hint',
  source: ['code/hooks'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    yield* idleMatchers(child(root, 'hooks'), edit);
  },
};
