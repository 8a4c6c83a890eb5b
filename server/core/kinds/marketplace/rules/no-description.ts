import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';

export const noDescription: Rule = {
  id: 'marketplace/no-description',
  severity: 'warning',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'validator',
  impact: 'fails-validation',
  hosts: ['claude-code'],
  scope: 'document',
  *check({ root }) {
    if (root?.type !== 'object') return;
    if (property(root, 'description') || property(child(root, 'metadata'), 'description')) return;
    yield {
      range: property(root, 'name')?.keyNode.range ?? { start: root.range.start, end: root.range.start + 1 },
      message:
        '`description` is missing, so users do not see what this marketplace offers. The validator of Claude Code warns about it.',
    };
  },
};
