import type { Rule } from '../../../model.ts';
import { type Node, property, stringOf } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';
import { sourceKinds } from '../sourceSchema.ts';

/** Cowork reads it per plugin only in a marketplace that is delivered by URL; the validator of Claude Code does not know the key. */
export const installationPreference: Rule = {
  id: 'marketplace/installation-preference',
  severity: 'warning',
  source: ['desktop/extensions', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const { node, source } of entriesOf(root)) {
      const found = property(node, 'installationPreference');
      if (!found) continue;
      const fixes = [{ title: 'Remove `installationPreference`', edits: [edit.remove(found)] }];
      yield {
        range: found.keyNode.range,
        appliesTo: { hosts: ['claude-code'], mixed: 'off' },
        message: 'Claude Code ignores this key; only Cowork on third-party inference reads it.',
        fixes,
      };
      if (isOpen(source) || stringOf(found.valueNode) === 'available') continue;
      yield {
        range: found.keyNode.range,
        severity: 'info',
        appliesTo: { hosts: ['desktop-3p'] },
        message:
          'Cowork reads this only for archives in a marketplace delivered by URL. For a repository, set `installationPreference` in the policy’s `allowedPluginMarketplaces`; it applies to all its plugins.',
        fixes,
      };
    }
  },
};

/** Whether the source is, or may become, one for which Cowork reads the key. */
const isOpen = (source: Node | undefined): boolean => {
  const kind = kindOf(source);
  return source?.type !== 'string' && (kind === undefined || kind === 'archive' || !sourceKinds.includes(kind));
};
