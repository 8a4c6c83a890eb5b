import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { marketplaceKeys } from '../keys.ts';

export const marketplaceKey: Rule = {
  id: 'plugin/marketplace-key',
  severity: 'warning',
  source: ['code/plugin-marketplaces', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  hosts: ['claude-code'],
  scope: 'document',
  *check({ root, edit }) {
    for (const key of marketplaceKeys) {
      const found = property(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${key}\` belongs in the plugin’s entry in \`marketplace.json\`. It is ignored here.`,
        fixes: [{ title: `Remove \`${key}\``, edits: [edit.remove(found)] }],
      };
    }
  },
};
