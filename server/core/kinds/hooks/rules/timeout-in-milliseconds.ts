import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { handlersOf } from '../../shared/handlers.ts';

/** Above an hour a number of seconds is rather one of milliseconds: our reading of https://code.claude.com/docs/en/hooks. */
export const timeoutInMilliseconds: Rule = {
  id: 'hooks/timeout-in-milliseconds',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    for (const { handler } of handlersOf(child(root, 'hooks'))) {
      const timeout = child(handler, 'timeout');
      if (timeout?.type !== 'number' || typeof timeout.value !== 'number' || timeout.value <= 3600) continue;
      const seconds = timeout.value / 1000;
      yield {
        range: timeout.range,
        message: `\`timeout\` counts seconds: this hook may run for ${hours(timeout.value)}. Milliseconds were probably meant.`,
        fixes: [{ title: `Change to ${seconds} seconds`, edits: [edit.replace(timeout, seconds)] }],
      };
    }
  },
};

const hours = (seconds: number): string => `${Math.round(seconds / 360) / 10} hours`;
