import type { FactLocation } from '../../fact.ts';
import type { ValueProvider, WorkspaceView } from '../../model.ts';
import { builtinTools } from '../../policy/builtinTools.ts';
import { hookEvents } from '../shared/hooks/hookEvents.ts';
import { isScript, pluginFiles } from '../shared/plugin/pluginFiles.ts';

/** Yields the servers of plugins, each with the name of its plugin. */
function* pluginServers(workspace: WorkspaceView): Generator<{ found: FactLocation<'server'>; plugin: string }> {
  for (const found of workspace.facts('server')) {
    const plugin = found.fact.data.layer === 'plugin' && workspace.pluginOf(found.uri);
    if (plugin) yield { found, plugin: plugin.directory };
  }
}

const matchers: ValueProvider = {
  at: ['hooks', '*', '*', 'matcher'],
  offers: 'values',
  *items({ workspace, path }) {
    const event = String(path[1]);
    if (!Object.hasOwn(hookEvents, event) || !hookEvents[event]?.tool) return;
    for (const { name, description } of builtinTools) yield { value: name, detail: description };
    for (const { found, plugin } of pluginServers(workspace)) {
      const value = `mcp__plugin_${plugin}_${found.fact.name}__.*`;
      yield { value, detail: `all tools of ${found.fact.name}` };
    }
  },
};

const commands: ValueProvider = {
  at: ['hooks', '*', '*', 'hooks', '*', 'command'],
  offers: 'values',
  *items({ document, workspace }) {
    for (const file of pluginFiles(workspace, document.uri)) {
      if (isScript(file)) yield { value: `"\${CLAUDE_PLUGIN_ROOT}/${file.path}"`, detail: 'a script of the plugin' };
    }
  },
};

const servers: ValueProvider = {
  at: ['hooks', '*', '*', 'hooks', '*', 'server'],
  offers: 'values',
  *items({ workspace }) {
    for (const { found, plugin } of pluginServers(workspace)) yield { value: `plugin:${plugin}:${found.fact.name}` };
  },
};

/** Completes tools, scripts of the plugin and servers. */
export const values: readonly ValueProvider[] = [matchers, commands, servers];
