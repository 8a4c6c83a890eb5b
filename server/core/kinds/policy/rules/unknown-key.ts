import type { Rule } from '../../../model.ts';
import { isView } from '../../../policy/flatView.ts';
import { foreignName } from '../../../policy/foreignNames.ts';
import { isKnownKey, meantKey } from '../../../policy/keyNames.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';

/** The validator ignores case, `_` and `-`, and counts up to two edits as a typo. */
export const unknownKey: Rule = {
  id: 'policy/unknown-key',
  severity: 'warning',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    // In the nested format, names are shorter, and many are unknown.
    const inClusters = root !== undefined && isView(root);
    for (const property of propertiesOf(root)) {
      const { key, keyNode } = property;
      if (isKnownKey(key)) continue;
      const meant = meantKey(key);
      if (!meant) {
        const foreign = inClusters ? undefined : foreignName(key);
        if (foreign) yield { range: keyNode.range, ...foreign };
        continue;
      }
      const taken = child(root, meant) !== undefined;
      yield {
        range: keyNode.range,
        message: `Unknown key \`${key}\` is ignored. Did you mean \`${meant}\`?`,
        ...(!taken && {
          fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(property, meant)], inFixAll: true }],
        }),
      };
    }
  },
};
