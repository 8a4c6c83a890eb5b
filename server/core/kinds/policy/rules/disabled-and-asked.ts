import type { Rule } from '../../../model.ts';
import { readDisabledTools } from '../../../policy/disabledTools.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';

export const disabledAndAsked: Rule = {
  id: 'policy/disabled-and-asked',
  severity: 'hint',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['unnecessary'],
  scope: 'document',
  *check({ root, edit }) {
    const disabled = new Set(readDisabledTools(child(root, 'disabledBuiltinTools')).tools.map(({ name }) => name));
    for (const property of propertiesOf(child(root, 'builtinToolPolicy'))) {
      const tool = property.key.replace(/\(.*$/s, '');
      // Other words are reported elsewhere: `blocked` for a disabled tool is one mistake.
      if (!disabled.has(tool) || !/^(allow|ask|ask-session)$/.test(stringOf(property.valueNode) ?? '')) continue;
      yield {
        range: property.keyNode.range,
        message: `\`${tool}\` is disabled, so this rule has no effect. Remove one of the two.`,
        fixes: [{ title: 'Remove the rule', edits: [edit.remove(property)] }],
      };
    }
  },
};
