import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';

/** A `CLAUDE.md` in a plugin is not loaded. The validator of Claude Code warns. */
export const claudeMdNotLoaded: Rule = {
  id: 'plugin/claude-md-not-loaded',
  severity: 'warning',
  source: ['code/plugins-reference', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'info',
  scope: 'workspace',
  *check({ document, workspace }) {
    const folder = parentOf(document.uri);
    if (nameOf(folder) !== '.claude-plugin' || !workspace.file(`${parentOf(folder)}/CLAUDE.md`)) return;
    yield {
      range: { start: 0, end: 0 },
      message:
        '`CLAUDE.md` in a plugin’s root is not loaded for its users. Put what Claude should know in a skill. Keep the file only for work on the plugin itself.',
    };
  },
};
