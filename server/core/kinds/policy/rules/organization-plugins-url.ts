import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Rule } from '../../../model.ts';
import { setAt } from '../../../policy/readValue.ts';

export const organizationPluginsUrl: Rule = {
  id: 'policy/organization-plugins-url',
  severity: 'warning',
  source: ['desktop/configuration-changelog', 'app-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, target }) {
    const found = setAt(root, 'organizationPluginsUrl');
    if (!found) return;
    yield {
      range: found.keyNode.range,
      message: isAfter(target.date, deprecationCutoff)
        ? 'Since 2026-10-07 plugins are no longer fetched or updated from here; installed ones stay until the key is removed. Use `allowedPluginMarketplaces`.'
        : 'From 2026-10-07 on, plugins are no longer fetched or updated from here. Use `allowedPluginMarketplaces`.',
    };
  },
};
