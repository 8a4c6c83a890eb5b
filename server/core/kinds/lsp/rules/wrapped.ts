import type { Rule } from '../../../model.ts';
import { propertiesOf, toValue } from '../../../syntax/node.ts';
import { wrapperOf } from '../servers.ts';

/** The servers are the file itself; the validator's list of components does not contain wrapped ones. */
export const wrapped: Rule = {
  id: 'lsp/wrapped',
  isAboutFile: true,
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const wrapper = wrapperOf(root);
    if (!root || !wrapper) return;
    const isAlone = propertiesOf(root).every((other) => other === wrapper || other.key === '$schema');
    yield {
      range: wrapper.keyNode.range,
      message: `Servers must be at the top level of this file. Below \`${wrapper.key}\` none of them is found.`,
      ...(isAlone && {
        fixes: [
          {
            title: 'Move the servers to the top level',
            edits: [edit.replace(root, toValue(wrapper.valueNode))],
            inFixAll: true,
          },
        ],
      }),
    };
  },
};
