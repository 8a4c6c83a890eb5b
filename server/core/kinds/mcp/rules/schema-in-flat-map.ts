import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** Source: the validator of Claude Code: without `mcpServers` each key is a server. */
export const schemaInFlatMap: Rule = {
  id: 'mcp/schema-in-flat-map',
  severity: 'error',
  scope: 'document',
  *check({ root, target, edit }) {
    const schema = property(root, '$schema');
    if (!schema || property(root, 'mcpServers') || !target.hosts.includes('claude-code')) return;
    yield {
      range: schema.keyNode.range,
      message:
        'Without `mcpServers` around the servers, Claude Code takes `$schema` for the name of a server and refuses it. Remove it, or put the servers below `mcpServers`.',
      fixes: [{ title: 'Remove `$schema`', edits: [edit.remove(schema)], inFixAll: true }],
    };
  },
};
