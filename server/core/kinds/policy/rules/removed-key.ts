import type { Rule } from '../../../model.ts';
import { propertiesOf } from '../../../syntax/node.ts';

/** The fate of keys that no app reads any more. */
const removed: ReadonlyMap<string, string> = new Map([
  ['disableDefaultPlugins', 'was removed in 1.18286.0 and has no effect'],
  ['betaFeaturesEnabled', 'was withdrawn in 1.14271.0, the release that introduced it, and has no effect'],
]);

export const removedKey: Rule = {
  id: 'policy/removed-key',
  severity: 'warning',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit }) {
    for (const property of propertiesOf(root)) {
      const end = removed.get(property.key);
      if (end === undefined) continue;
      yield {
        range: property.keyNode.range,
        message: `\`${property.key}\` ${end}.`,
        fixes: [{ title: 'Remove the key', edits: [edit.remove(property)], inFixAll: true }],
      };
    }
  },
};
