import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { ignoredKeys } from '../schema.ts';

/** Where a plugin defines what its agents cannot. */
const places: Readonly<Record<string, string>> = {
  hooks: ' and put the hooks in `hooks/hooks.json`',
  mcpServers: ' and put the servers in `.mcp.json`',
};

/** For agents in Cowork nothing is documented, so it is a hint there. */
export const ignoredKey: Rule = {
  id: 'agent/ignored-key',
  severity: 'warning',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    for (const key of ignoredKeys) {
      const found = property(root, key);
      if (!found) continue;
      yield {
        range: found.keyNode.range,
        message: `\`${key}\` is ignored in a plugin agent. Remove it${places[key] ?? ''}.`,
        fixes: [{ title: `Remove \`${key}\``, edits: [edit.remove(found)] }],
      };
    }
  },
};
