import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** Without `mcpServers`, every key is a server. */
export const schemaInFlatMap: Rule = {
  id: 'mcp/schema-in-flat-map',
  severity: 'error',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  scope: 'document',
  *check({ root, edit }) {
    const schema = property(root, '$schema');
    if (!schema || property(root, 'mcpServers')) return;
    yield {
      range: schema.keyNode.range,
      message:
        'Without `mcpServers` around the servers, Claude Code reads `$schema` as a server name and rejects it. Remove it, or put the servers below `mcpServers`.',
      fixes: [{ title: 'Remove `$schema`', edits: [edit.remove(schema)], inFixAll: true }],
    };
  },
};
