import type { ValueProvider } from '../../model.ts';
import { isScript, pluginFiles } from '../shared/plugin/pluginFiles.ts';

const places = [
  ['mcpServers', '*', 'command'],
  ['mcpServers', '*', 'args', '*'],
];

/** Completes programs and arguments with the scripts of the plugin. */
export const values: readonly ValueProvider[] = places.map((at) => ({
  at,
  offers: 'values',
  *items({ document, workspace }) {
    for (const file of pluginFiles(workspace, document.uri)) {
      if (isScript(file)) yield { value: `\${CLAUDE_PLUGIN_ROOT}/${file.path}`, detail: 'a file of the plugin' };
    }
  },
}));
