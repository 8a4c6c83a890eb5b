import { join, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { namedPaths } from '../../shared/plugin/namedPaths.ts';
import { loads, skillName } from '../place.ts';

/** The validator is Claude Code's; for Cowork nothing is documented, so it is a hint there. */
export const rootHidden: Rule = {
  id: 'skill/root-hidden',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  hosts: ['claude-code'],
  elsewhere: 'hint',
  scope: 'workspace',
  *check({ document, workspace }) {
    const folder = parentOf(document.uri);
    if (!loads(document) || workspace.pluginOf(document.uri)?.uri !== folder) return;
    const paths = namedPaths(workspace, folder, 'skills');
    if (paths.includes(folder)) return;
    const skills = workspace.file(join(folder, 'skills'));
    if (skills?.type !== 'directory' && paths.length === 0) return;
    const name = skillName(document);
    const to = join(folder, `skills/${name}/SKILL.md`);
    yield {
      range: { start: 0, end: 0 },
      message: `Claude Code reads a \`SKILL.md\` in the plugin’s root only if the plugin has no other skills. Move it to \`skills/${name}/SKILL.md\`.`,
      ...(!workspace.file(parentOf(to)) && {
        fixes: [
          {
            title: `Move to \`skills/${name}/SKILL.md\``,
            edits: [],
            files: [{ kind: 'rename' as const, from: document.uri, to }],
          },
        ],
      }),
    };
  },
};
