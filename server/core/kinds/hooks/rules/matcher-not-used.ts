import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { idleMatchers } from '../../shared/hooks/hookChecks.ts';

/** Source: https://code.claude.com/docs/en/hooks (a matcher on an event without one is ignored). */
export const matcherNotUsed: Rule = {
  id: 'hooks/matcher-not-used',
  aliases: ['plugin/matcher-not-used'],
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    yield* idleMatchers(child(root, 'hooks'), edit);
  },
};
