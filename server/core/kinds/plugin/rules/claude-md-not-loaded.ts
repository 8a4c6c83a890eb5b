import { nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';

/** Source: https://code.claude.com/docs/en/plugins-reference (a `CLAUDE.md` of a plugin is not loaded); the validator of Claude Code warns. */
export const claudeMdNotLoaded: Rule = {
  id: 'plugin/claude-md-not-loaded',
  severity: 'info',
  scope: 'workspace',
  *check({ document, target, workspace }) {
    const folder = parentOf(document.uri);
    if (nameOf(folder) !== '.claude-plugin' || !workspace.file(`${parentOf(folder)}/CLAUDE.md`)) return;
    yield {
      range: { start: 0, end: 0 },
      ...(target.hosts.includes('claude-code') && { severity: 'warning' }),
      message:
        '`CLAUDE.md` at the top of a plugin is not loaded for its users. What Claude should know belongs into a skill. For work on the plugin itself it may stay.',
    };
  },
};
