import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** The folder's name is the plugin's name. */
export const nameNotFolder: Rule = {
  id: 'plugin/name-not-folder',
  severity: 'info',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const plugin = workspace.pluginOf(document.uri);
    const node = child(root, 'name');
    const name = stringOf(node);
    if (!plugin?.mount || !node || !name || name === plugin.directory) return;
    yield {
      range: node.range,
      message: `In an org-plugins folder, the plugin’s name is its folder’s name, \`${plugin.directory}\`, whatever is written here.`,
      fixes: [{ title: `Change to \`${plugin.directory}\``, edits: [edit.replace(node, plugin.directory)] }],
    };
  },
};
