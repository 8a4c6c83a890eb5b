import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { longTimeouts } from '../../shared/hooks/commandChecks.ts';

/** A timeout of more than an hour is probably in milliseconds instead of seconds. */
export const timeoutInMilliseconds: Rule = {
  id: 'hooks/timeout-in-milliseconds',
  aliases: ['plugin/timeout-in-milliseconds'],
  severity: 'hint',
  source: ['code/hooks'],
  certainty: 'reading',
  impact: 'works-differently',
  scope: 'document',
  *check({ root, edit }) {
    yield* longTimeouts(child(root, 'hooks'), edit);
  },
};
