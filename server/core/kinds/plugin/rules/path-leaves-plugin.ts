import { componentPaths, pathProblem } from '../../../components/componentPaths.ts';
import type { Rule } from '../../../model.ts';

/** Paths are relative, without `..`; an installed plugin cannot reach outside of its folder. */
export const pathLeavesPlugin: Rule = {
  id: 'plugin/path-leaves-plugin',
  severity: 'error',
  source: ['code/plugins-reference'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root }) {
    for (const { node, value } of componentPaths(root)) {
      if (pathProblem(value) !== 'leaves') continue;
      yield {
        range: node.range,
        message: /(^|[/\\])\.\.([/\\]|$)/.test(value)
          ? 'A path in a manifest may not hold `..`: the plugin does not load. Move what it names into the plugin and write `./…`.'
          : 'This path is absolute. Paths in a manifest begin with `./` and stay in the plugin; with this one it does not load.',
      };
    }
  },
};
