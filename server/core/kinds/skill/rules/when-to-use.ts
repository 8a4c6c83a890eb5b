import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** Source: reports from the field of app 1.40609.0. */
export const whenToUse: Rule = {
  id: 'skill/when-to-use',
  severity: 'hint',
  scope: 'document',
  *check({ root, target }) {
    const found = property(root, 'when_to_use');
    if (!found || !target.hosts.includes('desktop-3p')) return;
    yield {
      range: found.keyNode.range,
      message:
        'Cowork’s list of skills is reported not to show `when_to_use`. Keep what triggers the skill in `description`.',
    };
  },
};
