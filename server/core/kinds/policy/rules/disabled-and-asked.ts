import type { Rule } from '../../../model.ts';
import { child, propertiesOf, strings } from '../../../syntax/node.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration */
export const disabledAndAsked: Rule = {
  id: 'policy/disabled-and-asked',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    const disabled = new Set(strings(child(root, 'disabledBuiltinTools')).map(({ value }) => value));
    for (const property of propertiesOf(child(root, 'builtinToolPolicy'))) {
      const tool = property.key.replace(/\(.*$/s, '');
      if (!disabled.has(tool)) continue;
      yield {
        range: property.keyNode.range,
        message: `\`${tool}\` is disabled, so this rule is never asked. Remove one of the two.`,
        fixes: [{ title: 'Remove the rule', edits: [edit.remove(property)] }],
      };
    }
  },
};
