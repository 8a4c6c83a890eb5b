import type { ValueProvider } from '../../model.ts';

/** Servers that the plugins of the fleet bring. */
export const values: readonly ValueProvider[] = [
  {
    at: ['orgPluginSettings', '*', 'serverName'],
    offers: 'values',
    *items({ workspace, document }) {
      const seen = new Set<string>();
      for (const { uri, fact } of workspace.facts('server')) {
        if (fact.data?.layer !== 'plugin' || seen.has(fact.name)) continue;
        const plugin = workspace.pluginOf(uri);
        if (!plugin || !workspace.sameFleet(document.uri, plugin.uri)) continue;
        seen.add(fact.name);
        yield { value: fact.name, detail: `plugin ${plugin.directory}` };
      }
    },
  },
];
