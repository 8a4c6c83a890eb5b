import type { Rule } from '../../../model.ts';
import { propertiesOf, toValue } from '../../../syntax/node.ts';

/** The file contains a list. The validator finds no monitor in anything else. */
export const notAList: Rule = {
  id: 'monitors/not-a-list',
  isAboutFile: true,
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    if (root?.type !== 'object') return;
    const [only, ...others] = propertiesOf(root).filter(({ key }) => key !== '$schema');
    const inside = others.length === 0 && only?.valueNode?.type === 'array' ? only.valueNode : undefined;
    yield {
      range: inside && only ? only.keyNode.range : { start: root.range.start, end: root.range.start + 1 },
      message: 'This file must be a list `[ … ]` of monitors. No monitor of the plugin runs.',
      ...(inside && {
        fixes: [{ title: 'Keep only the list', edits: [edit.replace(root, toValue(inside))], inFixAll: true }],
      }),
    };
  },
};
