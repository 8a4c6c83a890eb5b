import { join, nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule, WorkspaceView } from '../../../model.ts';

/** A folder without `.claude-plugin/plugin.json` is not loaded. */
export const folderWithoutDot: Rule = {
  id: 'plugin/folder-without-dot',
  severity: 'error',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, workspace }) {
    const folder = parentOf(document.uri);
    const root = workspace.pluginOf(document.uri);
    if (nameOf(folder) !== 'claude-plugin' || (root?.uri !== parentOf(folder) && !isOnlyManifest(folder, workspace)))
      return;
    const to = join(parentOf(folder), '.claude-plugin');
    const fix = {
      title: 'Rename the folder to `.claude-plugin`',
      edits: [],
      files: [{ kind: 'rename' as const, from: folder, to }],
    };
    yield {
      range: { start: 0, end: 0 },
      message: `The manifest’s folder must be named \`.claude-plugin\`, with a dot: the plugin \`${root?.directory ?? nameOf(parentOf(folder))}\` is silently ignored.`,
      fixes: workspace.file(to) ? [] : [fix],
    };
  },
};

/** Whether a folder has nothing but what belongs next to a manifest, so it is not a plugin that is named `claude-plugin`. */
const isOnlyManifest = (folder: string, workspace: WorkspaceView): boolean =>
  workspace.list(folder).every(({ name }) => beside.includes(name));
const beside = ['plugin.json', 'version.json', 'marketplace.json'];
