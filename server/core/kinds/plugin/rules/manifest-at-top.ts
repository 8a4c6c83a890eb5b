import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';

/** A folder without `.claude-plugin/plugin.json` is not loaded. */
export const manifestAtTop: Rule = {
  id: 'plugin/manifest-at-top',
  severity: 'error',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, workspace }) {
    const plugin = workspace.pluginOf(document.uri);
    if (!plugin?.mount || parentOf(document.uri) !== plugin.uri) return;
    const to = `${plugin.uri}/.claude-plugin/plugin.json`;
    yield {
      range: { start: 0, end: 0 },
      message: `The manifest must be in the folder \`.claude-plugin\`. The plugin \`${nameOf(plugin.uri)}\` is silently ignored.`,
      fixes: [
        {
          title: 'Move to `.claude-plugin/plugin.json`',
          edits: [],
          files: [{ kind: 'rename', from: document.uri, to }],
        },
      ],
    };
  },
};
