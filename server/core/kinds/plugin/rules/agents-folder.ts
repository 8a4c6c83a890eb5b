import { join } from '../../../base/uri.ts';
import { componentPaths, isPlain } from '../../../components/componentPaths.ts';
import type { PluginRoot, Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** Each path must end in `.md`. */
export const agentsFolder: Rule = {
  id: 'plugin/agents-folder',
  severity: 'error',
  source: ['code/plugins-reference', 'claude-code-validator', 'github/semantica-1138'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'warning',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const agents = property(root, 'agents');
    const plugin = workspace.pluginOf(document.uri);
    if (!agents?.valueNode || !plugin) return;
    const folders = componentPaths(root).filter(
      ({ key, value }) =>
        key === 'agents' && isPlain(value) && workspace.file(uriOf(plugin, value))?.type === 'directory',
    );
    for (const { node, value } of folders) {
      const path = value.replace(/\/$/, '');
      const names = workspace
        .list(join(plugin.uri, path))
        .flatMap((entry) => (/\.md$/.test(entry.name) ? [`${path}/${entry.name}`] : []));
      const whole = node === agents.valueNode;
      const list = { title: 'List the files', edits: whole ? [edit.replace(node, names)] : [] };
      const remove = { title: 'Remove `agents`; the folder is found without it', edits: [edit.remove(agents)] };
      yield {
        range: node.range,
        message: `\`agents\` must name \`.md\` files. Claude Code does not load a plugin that names a folder here.`,
        fixes: whole ? [...(path === './agents' ? [remove] : []), ...(names.length > 0 ? [list] : [])] : [],
      };
    }
  },
};

const uriOf = (plugin: PluginRoot, path: string): string => join(plugin.uri, path).replace(/\/$/, '');
