import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { marketplaceKeys } from '../keys.ts';

/** Source: the validator of Claude Code; https://code.claude.com/docs/en/plugin-marketplaces (keys of an entry). */
export const marketplaceKey: Rule = {
  id: 'plugin/marketplace-key',
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit }) {
    if (!target.hosts.includes('claude-code')) return;
    for (const key of marketplaceKeys) {
      const found = property(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${key}\` belongs in the plugin’s entry in \`marketplace.json\`. In a manifest it is ignored.`,
        fixes: [{ title: `Remove \`${key}\``, edits: [edit.remove(found)] }],
      };
    }
  },
};
