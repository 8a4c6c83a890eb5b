import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { folderOf, isInSkills, loads } from '../place.ts';

/** The open standard requires both to be equal; in a plugin the folder's name counts, as the validator shows. */
export const nameNotFolder: Rule = {
  id: 'skill/name-not-folder',
  severity: 'info',
  source: ['agentskills/specification', 'claude-code-validator'],
  certainty: 'standard',
  impact: 'works-differently',
  scope: 'document',
  *check({ document, root, edit }) {
    const name = child(root, 'name');
    const text = stringOf(name);
    const folder = folderOf(document);
    if (!loads(document) || !isInSkills(document) || !name || !text || text === folder) return;
    yield {
      range: name.range,
      message: `The skill’s folder is named \`${folder}\`, and plugins use that name. The open standard requires \`name\` to be the same.`,
      fixes: [{ title: `Change to \`${folder}\``, edits: [edit.replace(name, folder)], inFixAll: true }],
    };
  },
};
