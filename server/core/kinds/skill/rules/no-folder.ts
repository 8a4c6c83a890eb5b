import { join, nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule, RuleContext } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { isFlat, loads } from '../place.ts';

/** A file directly in `skills` is not listed; `skills/SKILL.md` turns the whole folder into one skill and hides the others. */
export const noFolder: Rule = {
  id: 'skill/no-folder',
  severity: 'warning',
  source: ['claude-code-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'workspace',
  *check(context) {
    const { document, root, workspace } = context;
    const folder = parentOf(document.uri);
    if (!isFlat(document) || workspace.pluginOf(document.uri)?.uri !== parentOf(folder)) return;
    // A file without name and description next to skills is a note, not a skill.
    if (!loads(document) && !(child(root, 'name') && child(root, 'description'))) return;
    const meant = folderName(context);
    const to = meant && `${meant}/SKILL.md`;
    const isFree = meant && !workspace.file(join(folder, meant));
    yield {
      range: { start: 0, end: 0 },
      message: `${
        loads(document)
          ? 'This makes the whole `skills` folder one skill, and hides the skills in its subfolders.'
          : 'This skill does not load: each skill needs its own folder.'
      } Move the file to \`skills/${to ?? '<name>/SKILL.md'}\`.`,
      ...(isFree && {
        fixes: [
          {
            title: `Move to \`${to}\``,
            edits: [],
            files: [{ kind: 'rename' as const, from: document.uri, to: join(folder, `${meant}/SKILL.md`) }],
          },
        ],
      }),
    };
  },
};

/** Returns the name for the skill's folder: that of the file or, for a `SKILL.md`, that in the front matter. */
function folderName({ document, root }: RuleContext): string | undefined {
  if (!loads(document)) return nameOf(document.uri).replace(/\.md$/i, '');
  const name = stringOf(child(root, 'name'));
  return name && /^[\w-]+$/.test(name) ? name : undefined;
}
