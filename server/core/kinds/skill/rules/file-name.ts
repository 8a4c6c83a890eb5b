import { join, nameOf, parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child } from '../../../syntax/node.ts';
import { isPlainlyMeant } from '../../markdown/recognise.ts';
import { folderOf, isFlat, loads } from '../place.ts';

/** The validator does not list such a skill. */
export const fileName: Rule = {
  id: 'skill/file-name',
  severity: 'error',
  source: ['desktop/extensions', 'claude-code-validator'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'workspace',
  *check({ document, root, workspace }) {
    if (loads(document) || isFlat(document)) return;
    const folder = parentOf(document.uri);
    if (workspace.list(folder).some(({ name }) => name === 'SKILL.md')) return;
    const name = nameOf(document.uri);
    const isOne = isPlainlyMeant(name, folderOf(document)) || child(root, 'name') || child(root, 'description');
    if (!isOne) return;
    yield {
      range: { start: 0, end: 0 },
      message: `This skill does not load: its file must be named \`SKILL.md\`, not \`${name}\`.`,
      fixes: [
        {
          title: 'Rename to `SKILL.md`',
          edits: [],
          files: [{ kind: 'rename', from: document.uri, to: join(folder, 'SKILL.md') }],
        },
      ],
    };
  },
};
