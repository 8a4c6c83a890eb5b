import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** Source: https://code.claude.com/docs/en/plugins/marketplace-reference (a warning of the validator). */
export const noPlugins: Rule = {
  id: 'marketplace/no-plugins',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    const plugins = property(root, 'plugins');
    if (!target.hosts.includes('claude-code') || plugins?.valueNode?.type !== 'array') return;
    if (plugins.valueNode.items.length > 0) return;
    yield {
      range: plugins.keyNode.range,
      message: 'This marketplace has no plugins. The validator of Claude Code warns of that.',
    };
  },
};
