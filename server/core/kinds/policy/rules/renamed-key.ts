import type { Rule } from '../../../model.ts';
import { renamedKeys } from '../../../policy/catalogue.ts';
import { isOver } from '../../../policy/standing.ts';
import { child, propertiesOf } from '../../../syntax/node.ts';

export const renamedKey: Rule = {
  id: 'policy/renamed-key',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'does-not-load',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, edit, target }) {
    for (const property of propertiesOf(root)) {
      const renamed = renamedKeys.get(property.key);
      if (!renamed) continue;
      const { replacedBy, stopsAtCutoff, afterCutoff } = renamed;
      const isPast = isOver(renamed, target);
      const consequence = afterCutoff ? `: ${afterCutoff}` : '';
      const when = isPast
        ? `The old name has not been read since 2026-10-07${consequence}.`
        : stopsAtCutoff
          ? `The old name is read until 2026-10-07${consequence ? `; then${consequence.slice(1)}` : ''}.`
          : 'Use the new name.';
      const taken = child(root, replacedBy) !== undefined;
      yield {
        range: property.keyNode.range,
        message: `\`${property.key}\` is now \`${replacedBy}\`. ${when}`,
        ...(!isPast && { severity: 'warning' }),
        fixes: [
          taken
            ? { title: `Remove it; \`${replacedBy}\` is already set`, edits: [edit.remove(property)] }
            : { title: `Rename to \`${replacedBy}\``, edits: [edit.renameKey(property, replacedBy)], inFixAll: true },
        ],
      };
    }
  },
};
