import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { folderOf, isInSkills, loads } from '../place.ts';

/** Source: https://agentskills.io/specification (both alike); in a plugin the folder's name counts, as the app's own validator shows. */
export const nameNotFolder: Rule = {
  id: 'skill/name-not-folder',
  severity: 'info',
  scope: 'document',
  *check({ document, root, edit }) {
    const name = child(root, 'name');
    const text = stringOf(name);
    const folder = folderOf(document);
    if (!loads(document) || !isInSkills(document) || !name || !text || text === folder) return;
    yield {
      range: name.range,
      message: `The skill’s folder is called \`${folder}\`, and in a plugin that name counts. The open standard wants \`name\` to be the same.`,
      fixes: [{ title: `Change to \`${folder}\``, edits: [edit.replace(name, folder)], inFixAll: true }],
    };
  },
};
