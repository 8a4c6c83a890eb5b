import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';

const older = ['0.1', '0.2', '0.3'];

/** Version 0.4 of the format introduced the type `uv`. */
export const uvVersion: Rule = {
  id: 'bundle/uv-version',
  severity: 'warning',
  source: ['mcpb/manifest'],
  certainty: 'documented',
  impact: 'does-not-load',
  scope: 'document',
  *check({ root, edit }) {
    const type = child(child(root, 'server'), 'type');
    const version = child(root, 'manifest_version') ?? child(root, 'dxt_version');
    const written = stringOf(version) ?? '';
    if (!type || !version || stringOf(type) !== 'uv' || !older.includes(written)) return;
    yield {
      range: version.range,
      message: `Version \`${written}\` of the manifest format does not support servers of type \`uv\`, so the bundle cannot be packed. Write \`0.4\`.`,
      fixes: [{ title: 'Change to `0.4`', edits: [edit.replace(version, '0.4')], inFixAll: true }],
    };
  },
};
