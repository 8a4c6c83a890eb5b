import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';

/** Names are case-sensitive. */
export const duplicatePlugin: Rule = {
  id: 'marketplace/duplicate-plugin',
  severity: 'error',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ document, root }) {
    const seen = new Map<string, { readonly start: number; readonly end: number }>();
    for (const { node, name } of entriesOf(root)) {
      const at = child(node, 'name');
      if (!at || !name) continue;
      const first = seen.get(name);
      if (first)
        yield {
          range: at.range,
          message: `Two plugins of this marketplace are called \`${name}\`. Rename or remove one: Claude Code refuses the marketplace.`,
          related: [{ uri: document.uri, range: () => first, message: 'The first one' }],
        };
      else seen.set(name, at.range);
    }
  },
};
