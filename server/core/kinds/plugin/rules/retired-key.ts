import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { retiredKeys } from '../keys.ts';

export const retiredKey: Rule = {
  id: 'plugin/retired-key',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  tags: ['deprecated'],
  hosts: ['claude-code'],
  scope: 'document',
  *check({ root, edit }) {
    for (const key of retiredKeys) {
      const found = property(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${key}\` is no longer read. Remove it.`,
        fixes: [{ title: `Remove \`${key}\``, edits: [edit.remove(found)], inFixAll: true }],
      };
    }
  },
};
