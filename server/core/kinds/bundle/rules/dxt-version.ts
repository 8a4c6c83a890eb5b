import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';

/** The format's schema marks `dxt_version` as deprecated. */
export const dxtVersion: Rule = {
  id: 'bundle/dxt-version',
  severity: 'hint',
  source: ['mcpb/manifest'],
  certainty: 'documented',
  impact: 'style',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit }) {
    const oldKey = property(root, 'dxt_version');
    if (!oldKey) return;
    const isDouble = property(root, 'manifest_version') !== undefined;
    yield {
      range: oldKey.keyNode.range,
      message: isDouble
        ? '`dxt_version` is the old name of `manifest_version`, which is also set. Remove it.'
        : '`dxt_version` is the old name of `manifest_version`. It still works; rename it.',
      fixes: [
        isDouble
          ? { title: 'Remove `dxt_version`', edits: [edit.remove(oldKey)], inFixAll: true }
          : {
              title: 'Rename to `manifest_version`',
              edits: [edit.renameKey(oldKey, 'manifest_version')],
              inFixAll: true,
            },
      ],
    };
  },
};
