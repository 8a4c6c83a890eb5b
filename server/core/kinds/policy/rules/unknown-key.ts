import type { Rule } from '../../../model.ts';
import { nearest } from '../../../suggest.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';
import { knownNames, policyKeys } from '../catalogue.ts';

/** Source: the app's own validator, which compares without regard to case, `_` and `-`, and takes two edits for a slip. */
export const unknownKey: Rule = {
  id: 'policy/unknown-key',
  severity: 'warning',
  scope: 'document',
  *check({ root, edit }) {
    for (const property of propertiesOf(root)) {
      const { key, keyNode } = property;
      if (knownNames.has(key) || key.startsWith('$') || key.includes('.')) continue;
      const meant = nearest(key, policyKeys.keys());
      if (!meant) continue;
      const taken = child(root, meant) !== undefined;
      yield {
        range: keyNode.range,
        message: `The app does not know \`${key}\` and ignores it. Is \`${meant}\` meant?`,
        ...(!taken && {
          fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(property, meant)], inFixAll: true }],
        }),
      };
    }
  },
};
