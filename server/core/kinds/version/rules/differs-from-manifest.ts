import { parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

/** Cowork only reads `version.json`, so two different versions are merely misleading. */
export const differsFromManifest: Rule = {
  id: 'version/differs-from-manifest',
  severity: 'hint',
  source: ['desktop/extensions'],
  certainty: 'reading',
  impact: 'style',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const own = workspace.pluginOf(document.uri);
    const node = child(root, 'version');
    const version = stringOf(node);
    // In another place the file is not read, which is reported separately.
    if (!own?.manifest || parentOf(document.uri) !== own.uri || !node || version === undefined) return;
    const [manifest] = workspace.factsBelow('plugin-manifest', own.manifest);
    const other = manifest?.fact.data.version;
    if (!manifest || typeof other !== 'string' || other === version) return;
    yield {
      range: node.range,
      message: `\`plugin.json\` says \`${other}\`. Only the version in this file decides whether users get the plugin again.`,
      fixes: [{ title: `Change to \`${other}\``, edits: [edit.replace(node, other)] }],
      related: [workspace.related(manifest, 'the manifest')],
    };
  },
};
