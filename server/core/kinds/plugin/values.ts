import type { ValueProvider } from '../../model.ts';
import { componentFiles, written } from '../shared/plugin/componentFiles.ts';
import { pluginFiles } from '../shared/plugin/pluginFiles.ts';

const files: readonly ValueProvider[] = Object.entries(componentFiles).flatMap(([key, fits]) =>
  [[key], [key, '*']].map(
    (at): ValueProvider => ({
      at,
      offers: 'values',
      *items({ document, workspace, path }) {
        // Below a name, as in inline hooks, there are no paths.
        if (typeof path[1] === 'string') return;
        for (const file of pluginFiles(workspace, document.uri)) {
          if (fits(file)) yield { value: written(file) };
        }
      },
    }),
  ),
);

const channelServers: ValueProvider = {
  at: ['channels', '*', 'server'],
  offers: 'values',
  *items({ document, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    for (const { uri, fact } of workspace.facts('server')) {
      if (uri === document.uri || (plugin && uri === `${plugin.uri}/.mcp.json`)) yield { value: fact.name };
    }
  },
};

/** Completes paths with the files of the plugin, and channels with its servers. */
export const values: readonly ValueProvider[] = [...files, channelServers];
