import { componentPaths, pathProblem } from '../../../components/componentPaths.ts';
import type { Rule } from '../../../model.ts';

/** Paths begin with `./`. */
export const pathWithoutDotSlash: Rule = {
  id: 'plugin/path-without-dot-slash',
  severity: 'error',
  source: ['code/plugins-reference', 'github/agi-cli-379'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const plugin = workspace.pluginOf(document.uri);
    for (const { key, node, value } of componentPaths(root)) {
      if (pathProblem(value) !== 'no-dot-slash') continue;
      const path = value.replaceAll('\\', '/').replace(/^\.?\//, '');
      // A bare name mostly means a folder in the default one: `review` for `./skills/review`.
      const inside = `${key}/${path}`;
      const meant =
        plugin && !workspace.file(`${plugin.uri}/${path}`) && workspace.file(`${plugin.uri}/${inside}`) ? inside : path;
      yield {
        range: node.range,
        message: 'A path in a manifest begins with `./`. Without it the whole plugin does not load.',
        fixes: [{ title: `Change to \`./${meant}\``, edits: [edit.replace(node, `./${meant}`)], inFixAll: true }],
      };
    }
  },
};
