import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

export const whenToUse: Rule = {
  id: 'skill/when-to-use',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'no-effect',
  hosts: ['desktop-3p'],
  scope: 'document',
  *check({ root }) {
    const found = property(root, 'when_to_use');
    if (!found) return;
    yield {
      range: found.keyNode.range,
      message:
        'Cowork’s list of skills is reported not to show `when_to_use`. Put what triggers the skill in `description`.',
    };
  },
};
