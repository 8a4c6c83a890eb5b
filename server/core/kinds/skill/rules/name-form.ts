import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { folderOf, isInSkills, loads } from '../place.ts';

/** The app itself accepts any name. */
export const nameForm: Rule = {
  id: 'skill/name-form',
  severity: 'hint',
  source: ['agentskills/specification'],
  certainty: 'standard',
  impact: 'style',
  scope: 'document',
  *check({ document, root }) {
    const name = child(root, 'name');
    const text = stringOf(name);
    if (!loads(document) || !name || !text || (text.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text))) return;
    // A name that differs from the folder's is reported by `skill/name-not-folder`.
    if (isInSkills(document) && text !== folderOf(document)) return;
    yield {
      range: name.range,
      message:
        'The open standard requires at most 64 lower-case letters, digits and single `-` here. Claude reads this name, but other tools and uploads to claude.ai may reject it.',
    };
  },
};
