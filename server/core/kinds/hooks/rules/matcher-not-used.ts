import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { idleMatchers } from '../../shared/hooks/hookChecks.ts';

/** On events that have no matcher, it is ignored. */
export const matcherNotUsed: Rule = {
  id: 'hooks/matcher-not-used',
  aliases: ['plugin/matcher-not-used'],
  severity: 'warning',
  source: ['code/hooks'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const problem of idleMatchers(child(root, 'hooks'), edit)) yield { severity: 'hint', ...problem };
  },
};
