import type { Rule } from '../../../model.ts';
import { child, property } from '../../../syntax/node.ts';

/** Source: https://code.claude.com/docs/en/plugins/marketplace-reference (a warning of the validator). */
export const noDescription: Rule = {
  id: 'marketplace/no-description',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    if (root?.type !== 'object' || !target.hosts.includes('claude-code')) return;
    if (property(root, 'description') || property(child(root, 'metadata'), 'description')) return;
    yield {
      range: property(root, 'name')?.keyNode.range ?? { start: root.range.start, end: root.range.start + 1 },
      message:
        'A `description` is missing: users do not see what this marketplace offers. The validator of Claude Code warns of that.',
    };
  },
};
