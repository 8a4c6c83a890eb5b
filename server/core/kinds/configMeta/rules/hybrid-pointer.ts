import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

export const hybridPointer: Rule = {
  id: 'configMeta/hybrid-pointer',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'works-differently',
  scope: 'document',
  *check({ root, edit }) {
    const pointer = property(root, 'hybridPointer');
    if (!pointer || !property(root, 'appliedId')) return;
    yield {
      range: pointer.keyNode.range,
      message:
        'This is reported to take precedence over `appliedId`: the applied configuration is ignored while it is set.',
      fixes: [{ title: 'Remove it', edits: [edit.remove(pointer)] }],
    };
  },
};
