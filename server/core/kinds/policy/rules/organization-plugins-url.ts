import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Rule } from '../../../model.ts';
import { setAt } from '../../../policy/readValue.ts';

/** Sources: https://claude.com/docs/third-party/claude-desktop/configuration-changelog; the app's own validator. */
export const organizationPluginsUrl: Rule = {
  id: 'policy/organization-plugins-url',
  severity: 'warning',
  scope: 'document',
  *check({ root, target }) {
    const found = setAt(root, 'organizationPluginsUrl');
    if (!found) return;
    yield {
      range: found.keyNode.range,
      message: isAfter(target.date, deprecationCutoff)
        ? 'Since 2026-10-07 no plugin is fetched or updated from here; the installed ones stay until the key is removed. Use `allowedPluginMarketplaces`.'
        : 'From 2026-10-07 on no plugin is fetched or updated from here. Use `allowedPluginMarketplaces`.',
    };
  },
};
