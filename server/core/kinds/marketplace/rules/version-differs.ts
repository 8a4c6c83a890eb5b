import type { Rule } from '../../../model.ts';
import { property, stringOf } from '../../../syntax/node.ts';
import { listedPlugins } from '../manifests.ts';

/** The version of `plugin.json` takes precedence; the validator warns. */
export const versionDiffers: Rule = {
  id: 'marketplace/version-differs',
  severity: 'warning',
  source: ['code/marketplace-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    for (const { entry, manifest } of listedPlugins(document.uri, root, workspace)) {
      const written = property(entry.node, 'version');
      const version = manifest.fact.data.version;
      const own = stringOf(written?.valueNode);
      if (!written?.valueNode || version === null || own === undefined || own === version) continue;
      yield {
        range: written.valueNode.range,
        message: `The \`plugin.json\` of this plugin says \`${version}\`, and that version is used. Set the version in one place only.`,
        related: [workspace.related(manifest, 'The manifest')],
        fixes: [
          { title: 'Remove the version here', edits: [edit.remove(written)] },
          { title: `Change to \`${version}\``, edits: [edit.replace(written.valueNode, version)] },
        ],
      };
    }
  },
};
