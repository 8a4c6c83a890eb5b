import type { Rule } from '../../../model.ts';
import { toValue } from '../../../syntax/node.ts';
import { wrapperOf } from '../recognise.ts';

export const wrapperObject: Rule = {
  id: 'policy/wrapper-object',
  severity: 'error',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const wrapper = wrapperOf(root);
    if (!root || !wrapper) return;
    yield {
      range: wrapper.keyNode.range,
      message: `Keys stand at the top of the file. The app does not know \`${wrapper.key}\`, and reads nothing that is inside it.`,
      fixes: [
        {
          title: `Take the keys out of \`${wrapper.key}\``,
          edits: [edit.replace(root, toValue(wrapper.valueNode))],
          inFixAll: true,
        },
      ],
    };
  },
};
