import { join, nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';

/** The file belongs in the root of the plugin. */
export const misplaced: Rule = {
  id: 'version/misplaced',
  severity: 'warning',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, workspace }) {
    const root = workspace.pluginOf(document.uri);
    if (!root || parentOf(document.uri) === root.uri) return;
    const to = join(root.uri, 'version.json');
    const fixes = workspace.file(to)
      ? []
      : [
          {
            title: `Move to \`${nameOf(root.uri)}/version.json\``,
            edits: [],
            files: [{ kind: 'rename' as const, from: document.uri, to }],
          },
        ];
    yield {
      range: { start: 0, end: 0 },
      message: `\`version.json\` is read only in the plugin’s root, not in \`${nameOf(parentOf(document.uri))}\`. It has no effect here, so changes may not reach users.`,
      fixes,
    };
  },
};
