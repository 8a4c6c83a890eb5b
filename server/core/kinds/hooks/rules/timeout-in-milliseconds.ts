import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { longTimeouts } from '../../shared/hooks/commandChecks.ts';

/** Above an hour a number of seconds is rather one of milliseconds: our reading of https://code.claude.com/docs/en/hooks. */
export const timeoutInMilliseconds: Rule = {
  id: 'hooks/timeout-in-milliseconds',
  aliases: ['plugin/timeout-in-milliseconds'],
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    yield* longTimeouts(child(root, 'hooks'), edit);
  },
};
