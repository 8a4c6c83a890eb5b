import type { Rule } from '../../../model.ts';
import { type Node, property, stringOf } from '../../../syntax/node.ts';
import { entriesOf, kindOf } from '../entries.ts';
import { sourceKinds } from '../sourceSchema.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/extensions (per plugin only in a marketplace that is delivered by address); the validator of Claude Code does not know the key. */
export const installationPreference: Rule = {
  id: 'marketplace/installation-preference',
  severity: 'warning',
  scope: 'document',
  *check({ root, target, edit }) {
    const isForDesktop = target.hosts.includes('desktop-3p');
    for (const { node, source } of entriesOf(root)) {
      const found = property(node, 'installationPreference');
      if (!found || (isForDesktop && (isOpen(source) || stringOf(found.valueNode) === 'available'))) continue;
      yield {
        range: found.keyNode.range,
        ...(isForDesktop && { severity: 'info' as const }),
        message: isForDesktop
          ? 'Cowork reads this for archives of a marketplace that is delivered by address. For a repository, `installationPreference` in `allowedPluginMarketplaces` of the policy decides, for all its plugins.'
          : 'Claude Code does not know this key; it is for Cowork on third-party inference.',
        fixes: [{ title: 'Remove `installationPreference`', edits: [edit.remove(found)] }],
      };
    }
  },
};

/** Whether the source is, or may become, one for which Cowork reads the key. */
const isOpen = (source: Node | undefined): boolean => {
  const kind = kindOf(source);
  return source?.type !== 'string' && (kind === undefined || kind === 'archive' || !sourceKinds.includes(kind));
};
