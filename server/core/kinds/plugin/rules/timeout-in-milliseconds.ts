import type { Rule } from '../../../model.ts';
import { longTimeouts } from '../../shared/hooks/commandChecks.ts';
import { inlineHooks } from '../../shared/hooks/handlers.ts';

/** Above an hour a number of seconds is rather one of milliseconds: our reading of https://code.claude.com/docs/en/hooks. */
export const timeoutInMilliseconds: Rule = {
  id: 'plugin/timeout-in-milliseconds',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    for (const map of inlineHooks(root)) {
      yield* longTimeouts(map, edit);
    }
  },
};
