import { isIn } from '../../base/uri.ts';
import type { ValueProvider } from '../../model.ts';
import { isScript, pluginFiles } from '../shared/plugin/pluginFiles.ts';
import { onSkill } from './monitors.ts';

const commands: ValueProvider = {
  at: ['*', 'command'],
  offers: 'values',
  *items({ document, workspace }) {
    for (const file of pluginFiles(workspace, document.uri)) {
      if (isScript(file)) yield { value: `"\${CLAUDE_PLUGIN_ROOT}/${file.path}"`, detail: 'a script of the plugin' };
    }
  },
};

const occasions: ValueProvider = {
  at: ['*', 'when'],
  offers: 'values',
  *items({ document, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin) return;
    for (const { uri, fact } of workspace.facts('skill')) {
      if (isIn(plugin.uri, uri)) yield { value: `${onSkill}${fact.name}`, detail: 'when this skill is first used' };
    }
  },
};

/** Completes scripts of the plugin, and its skills as triggers. */
export const values: readonly ValueProvider[] = [commands, occasions];
