import type { Rule } from '../../../model.ts';
import { banner } from '../rules/banner.ts';
import { extensionKeyUnused } from '../rules/extension-key-unused.ts';
import { marketplace } from '../rules/marketplace.ts';
import { organizationPluginsUrl } from '../rules/organization-plugins-url.ts';
import { pluginServerRow } from '../rules/plugin-server-row.ts';

/** Plugins, extensions, what users see. */
export const surroundingsRules: readonly Rule[] = [
  marketplace,
  organizationPluginsUrl,
  pluginServerRow,
  extensionKeyUnused,
  banner,
];
