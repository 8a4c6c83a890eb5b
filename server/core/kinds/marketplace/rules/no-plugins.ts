import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

export const noPlugins: Rule = {
  id: 'marketplace/no-plugins',
  severity: 'warning',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'fails-validation',
  hosts: ['claude-code'],
  scope: 'document',
  *check({ root }) {
    const plugins = property(root, 'plugins');
    if (plugins?.valueNode?.type !== 'array') return;
    if (plugins.valueNode.items.length > 0) return;
    yield {
      range: plugins.keyNode.range,
      message: 'This marketplace has no plugins. The validator of Claude Code warns about it.',
    };
  },
};
