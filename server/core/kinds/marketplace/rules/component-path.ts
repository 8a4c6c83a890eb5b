import type { Rule } from '../../../model.ts';
import { componentPaths, isLeaving, isPlain } from '../../shared/componentPaths.ts';
import { isMissing } from '../../shared/missing.ts';
import { entriesOf, localSource, topOf } from '../entries.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (paths begin with `./` and stay inside); the validator holds entries to it as well. */
export const componentPath: Rule = {
  id: 'marketplace/component-path',
  severity: 'error',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    for (const entry of entriesOf(root)) {
      const source = localSource(entry, root, topOf(document.uri));
      for (const { key, node, value } of componentPaths(entry.node)) {
        // The hooks of an entry are no path at all, and a rule says so.
        if (key === 'hooks') continue;
        if (isLeaving(value))
          yield {
            range: node.range,
            message: 'A path stays inside the plugin: no `..`, and not absolute. As it is, the plugin is left out.',
          };
        else if (!/^\.(\/|$)/.test(value)) {
          const meant = `./${value.replaceAll('\\', '/').replace(/^\//, '')}`;
          yield {
            range: node.range,
            message: 'A path begins with `./` and is seen from the plugin’s folder. As it is, the plugin is left out.',
            fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)], inFixAll: true }],
          };
        } else if (source && isPlain(value) && workspace.list(source.folder).length > 0) {
          if (isMissing(workspace, { uri: source.folder }, document.uri, value))
            yield {
              range: node.range,
              severity: 'warning',
              message: `The plugin has no \`${value}\`, so this component is missing. Correct the path; it is seen from the plugin’s folder.`,
            };
        }
      }
    }
  },
};
