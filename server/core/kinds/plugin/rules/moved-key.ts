import type { TextEdit } from '../../../base/text.ts';
import type { Rule, RuleContext } from '../../../model.ts';
import { child, type PropertyNode, property, toValue } from '../../../syntax/node.ts';

const moved = ['themes', 'monitors'];

/** The keys belong under `experimental`. */
export const movedKey: Rule = {
  id: 'plugin/moved-key',
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'fails-validation',
  tags: ['deprecated'],
  hosts: ['claude-code'],
  scope: 'document',
  *check(context) {
    for (const key of moved) {
      const found = property(context.root, key);
      if (!found?.valueNode) continue;
      const edits = move(found, context);
      yield {
        range: found.keyNode.range,
        message: `\`${key}\` now belongs below \`experimental\`. Claude Code warns about it here.`,
        ...(edits && { fixes: [{ title: 'Move it below `experimental`', edits, inFixAll: true }] }),
      };
    }
  },
};

function move(found: PropertyNode, { root, edit }: RuleContext): TextEdit[] | undefined {
  const value = toValue(found.valueNode);
  const experimental = child(root, 'experimental');
  if (!experimental) {
    const isFirst = moved.find((key) => property(root, key)) === found.key;
    const whole = found.valueNode && edit.replace(found.valueNode, { [found.key]: value });
    return isFirst && whole ? [edit.renameKey(found, 'experimental'), whole] : undefined;
  }
  if (experimental.type !== 'object' || property(experimental, found.key)) return undefined;
  return [edit.remove(found), edit.add(experimental, found.key, value)];
}
