import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { retiredKeys } from '../keys.ts';

/** Source: the validator of Claude Code. */
export const retiredKey: Rule = {
  id: 'plugin/retired-key',
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit }) {
    if (!target.hosts.includes('claude-code')) return;
    for (const key of retiredKeys) {
      const found = property(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${key}\` is not read any more. Remove it.`,
        fixes: [{ title: `Remove \`${key}\``, edits: [edit.remove(found)], inFixAll: true }],
      };
    }
  },
};
