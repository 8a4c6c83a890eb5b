import type { Rule } from '../../../model.ts';
import { child, property, toValue } from '../../../syntax/node.ts';

const keys = ['mcpServers', 'hooks', 'lspServers'];

/** Inline they are the map itself. */
export const wrappedInline: Rule = {
  id: 'plugin/wrapped-inline',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    for (const key of keys) {
      const value = child(root, key);
      const inner = property(value, key);
      if (!value || inner?.valueNode?.type !== 'object') continue;
      yield {
        range: inner.keyNode.range,
        // Inside of `hooks` it is taken for an event that nobody knows, and the plugin loads.
        ...(key === 'hooks' && { severity: 'warning' }),
        message: `\`${key}\` is nested twice here. In a manifest use only the outer one; with the inner one none of it is read.`,
        fixes: [
          {
            title: `Remove the inner \`${key}\``,
            edits: [edit.replace(value, toValue(inner.valueNode))],
            inFixAll: true,
          },
        ],
      };
    }
  },
};
