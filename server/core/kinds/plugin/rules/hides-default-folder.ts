import { join } from '../../../base/uri.ts';
import { componentPaths } from '../../../components/componentPaths.ts';
import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** Keys that replace a default folder, and that folder. */
const folders = {
  commands: 'commands',
  agents: 'agents',
  outputStyles: 'output-styles',
  workflows: 'workflows',
} as const;

/** These keys replace the default folder. */
export const hidesDefaultFolder: Rule = {
  id: 'plugin/hides-default-folder',
  severity: 'hint',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin) return;
    for (const [key, folder] of Object.entries(folders)) {
      const found = property(root, key);
      if (!found?.valueNode || workspace.list(join(plugin.uri, folder)).length === 0) continue;
      const named = componentPaths(root).some(
        (path) => path.key === key && /^\.\//.test(path.value) && path.value.slice(2).startsWith(folder),
      );
      if (named) continue;
      yield {
        range: found.keyNode.range,
        message: `With \`${key}\` the folder \`${folder}/\` is no longer read. List its files here too, or remove the key.`,
      };
    }
  },
};
