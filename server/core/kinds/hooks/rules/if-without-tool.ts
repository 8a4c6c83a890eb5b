import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { idleConditions } from '../../shared/hooks/hookChecks.ts';

/** `if` is for tool events; on any other event the hook never runs. */
export const ifWithoutTool: Rule = {
  id: 'hooks/if-without-tool',
  aliases: ['plugin/if-without-tool'],
  severity: 'warning',
  source: ['code/hooks'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    yield* idleConditions(child(root, 'hooks'), edit);
  },
};
