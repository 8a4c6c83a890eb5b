import type { Rule } from '../../../model.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { isStructured } from '../../../policy/keyFlags.ts';
import { propertiesOf, toValue } from '../../../syntax/node.ts';
import { plistOf } from '../../../syntax/plist/plistPolicy.ts';

/** Every value is a string; newer apps read native structures too. */
export const profileNativeStructure: Rule = {
  id: 'policy/profile-native-structure',
  severity: 'warning',
  source: ['desktop/configuration', 'github/claude-code-53818'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ parsed, root, edit }) {
    if (!plistOf(parsed)) return;
    for (const { key, valueNode } of propertiesOf(root)) {
      if (!valueNode || valueNode.embedded || (valueNode.type !== 'array' && valueNode.type !== 'object')) continue;
      // For keys of strings and numbers, the schema reports the type.
      if (policyKeys.has(key) && !isStructured(key)) continue;
      const tag = valueNode.type === 'array' ? '<array>' : '<dict>';
      const { start } = valueNode.range;
      yield {
        range: { start, end: start + tag.length },
        message: `\`${key}\` is written as a native \`${tag}\`, which older apps silently ignore. All versions read a JSON string in a \`<string>\`.`,
        fixes: [
          {
            title: 'Convert to a JSON string',
            edits: [edit.replace(valueNode, toValue(valueNode))],
            inFixAll: true,
          },
        ],
      };
    }
  },
};
