import type { Rule } from '../../../model.ts';
import { child, stringOf } from '../../../syntax/node.ts';
import { docsOf } from '../docs.ts';
import { models } from '../keys.ts';
import { slipOf } from '../near.ts';

/** Keys whose values are documented. */
const documented = ['effort', 'context', 'color', 'memory', 'isolation', 'permissionMode'];

/** The validator accepts any value, so this is a hint. */
export const unknownValue = (kind: 'skill' | 'agent' | 'command'): Rule => ({
  id: `${kind}/unknown-value`,
  severity: 'hint',
  source: [docsOf(kind)],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ document, root, edit }) {
    for (const key of [...documented, 'model']) {
      const known = (document.kind.schema.properties?.[key]?.suggestions ?? []).map(({ value }) => String(value));
      const node = child(root, key);
      const text = stringOf(node);
      if (!node || text === undefined || text === '' || known.length === 0 || known.includes(text)) continue;
      const meant = slipOf(text, key === 'model' ? Object.keys(models) : known);
      // A gateway may use any model names.
      if (key === 'model' && !meant) continue;
      yield {
        range: node.range,
        message: `\`${text}\` is not a known value of \`${key}\`: ${known.map((value) => `\`${value}\``).join(', ')}.`,
        ...(meant && { fixes: [{ title: `Change to \`${meant}\``, edits: [edit.replace(node, meant)] }] }),
      };
    }
  },
});
