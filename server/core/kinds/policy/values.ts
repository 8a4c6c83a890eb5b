import type { ValueProvider } from '../../model.ts';
import { pluginServers } from './pluginServers.ts';

/** Servers that the plugins of the fleet bring. */
export const values: readonly ValueProvider[] = [
  {
    at: ['orgPluginSettings', '*', 'serverName'],
    offers: 'values',
    *items({ workspace, document }) {
      for (const [value, plugin] of pluginServers(document.uri, workspace)) yield { value, detail: `plugin ${plugin}` };
    },
  },
];
