import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { ignoredKeys } from '../schema.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference. Nothing is written on agents in Cowork, so there it is a hint. */
export const ignoredKey: Rule = {
  id: 'agent/ignored-key',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit, target }) {
    for (const key of ignoredKeys) {
      const found = property(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        ...(!target.hosts.includes('claude-code') && { severity: 'hint' }),
        message: `\`${key}\` is ignored in an agent of a plugin. Remove it; a plugin has its own place for servers and hooks.`,
        fixes: [{ title: `Remove \`${key}\``, edits: [edit.remove(found)] }],
      };
    }
  },
};
