import { parentOf } from '../../../base/uri.ts';
import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { idsBeside } from '../values.ts';

export const missingFile: Rule = {
  id: 'configMeta/missing-file',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'no-effect',
  scope: 'workspace',
  *check({ document, root, workspace, edit }) {
    const node = child(root, 'appliedId');
    const id = stringOf(node);
    if (!node || id === undefined || !/^[a-f0-9-]{36}$/.test(id)) return;
    if (workspace.file(`${parentOf(document.uri)}/${id}.json`)) return;
    const [only, ...others] = idsBeside(document.uri, workspace);
    yield {
      range: node.range,
      message: `\`${id}.json\` is not in this folder: no local configuration is applied.`,
      ...(only &&
        others.length === 0 && { fixes: [{ title: `Apply \`${only}\``, edits: [edit.replace(node, only)] }] }),
    };
  },
};
