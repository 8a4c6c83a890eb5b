import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { listedPlugins } from '../manifests.ts';

/** Users write the name of the entry, even if `plugin.json` has another one. The validator accepts both. */
export const nameDiffers: Rule = {
  id: 'marketplace/name-differs',
  severity: 'hint',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'style',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    for (const { entry, manifest } of listedPlugins(document.uri, root, workspace)) {
      const node = child(entry.node, 'name');
      const { name } = manifest.fact;
      if (!node || !entry.name || !name || entry.name === name) continue;
      yield {
        range: node.range,
        message: `The plugin calls itself \`${name}\`. Users install it under the name \`${entry.name}\` but find its parts under its own name.`,
        related: [workspace.related(manifest, 'The manifest')],
        fixes: [{ title: `Change to \`${name}\``, edits: [edit.replace(node, name)] }],
      };
    }
  },
};
