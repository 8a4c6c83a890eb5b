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
      message: `Keys must be at the top level of the file. The app ignores \`${wrapper.key}\` and everything inside it.`,
      fixes: [
        {
          title: `Move the keys out of \`${wrapper.key}\``,
          edits: [edit.replace(root, toValue(wrapper.valueNode))],
          inFixAll: true,
        },
      ],
    };
  },
};
