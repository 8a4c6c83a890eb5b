import { join, nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';

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
    if (nameOf(folder) !== 'claude-plugin' || root?.uri !== parentOf(folder)) return;
    const to = join(root.uri, '.claude-plugin');
    const fix = {
      title: 'Rename the folder to `.claude-plugin`',
      edits: [],
      files: [{ kind: 'rename' as const, from: folder, to }],
    };
    yield {
      range: { start: 0, end: 0 },
      message: `The manifest’s folder must be named \`.claude-plugin\`, with a dot: the plugin \`${root.directory}\` is silently ignored.`,
      fixes: workspace.file(to) ? [] : [fix],
    };
  },
};
