import { nearest } from '../../../base/suggest.ts';
import type { Rule } from '../../../model.ts';
import { knownNames, policyKeys } from '../../../policy/catalogue.ts';
import { isView } from '../../../policy/flatView.ts';
import { foreignName, isOfOthers } from '../../../policy/foreignNames.ts';
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
      if ((knownNames.has(key) && !isOfOthers(key)) || key.startsWith('$') || key.includes('.')) continue;
      const meant = isOfOthers(key) ? undefined : nearest(key, policyKeys.keys());
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
