import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { isView } from '../../../policy/flatView.ts';
import { child, property, toValue } from '../../../syntax/node.ts';

const moved = 'relaunchEnforcementHours';
const since = '1.46388.1';

export const oldNestedPath: Rule = {
  id: 'policy/old-nested-path',
  severity: 'error',
  source: ['desktop/configuration-changelog'],
  certainty: 'documented',
  impact: 'no-effect',
  tags: ['deprecated'],
  scope: 'document',
  *check({ root, parsed, edit, target }) {
    const cluster = property(parsed.root, 'bootstrap');
    const old = property(cluster?.valueNode, moved);
    if (root?.type !== 'object' || !isView(root) || !cluster || !old) return;
    const isAlone = cluster.valueNode?.type === 'object' && cluster.valueNode.properties.length === 1;
    const isThere = child(child(parsed.root, 'lifecycle'), moved) !== undefined;
    const both = atLeast(target.minimumVersion, since)
      ? ''
      : ` Your minimum is ${target.minimumVersion}: older apps read only the old path and need a separate policy.`;
    yield {
      range: old.keyNode.range,
      message: `Since ${since} this key is \`lifecycle.${moved}\`; it is not read here.${both}`,
      ...(both !== '' && { severity: 'warning' }),
      fixes: [
        {
          title: isThere ? 'Remove it here' : `Move to \`lifecycle.${moved}\``,
          edits: [
            edit.remove(isAlone ? cluster : old),
            ...(isThere ? [] : [edit.add(root, moved, toValue(old.valueNode), true)]),
          ],
        },
      ],
    };
  },
};
