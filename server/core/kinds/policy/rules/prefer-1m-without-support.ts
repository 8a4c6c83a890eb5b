import type { Rule } from '../../../model.ts';
import { modelsOf } from '../../../policy/providers.ts';
import { booleanAt } from '../../../policy/readValue.ts';
import { property } from '../../../syntax/node.ts';

export const prefer1mWithoutSupport: Rule = {
  id: 'policy/prefer-1m-without-support',
  severity: 'info',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    for (const { name, entry } of modelsOf(root)) {
      const prefers = property(entry, 'prefer1m');
      if (!prefers || entry.type !== 'object' || booleanAt(entry, 'prefer1m') !== true) continue;
      const supports = property(entry, 'supports1m');
      if (booleanAt(entry, 'supports1m') === true) continue;
      const node = supports?.valueNode;
      yield {
        range: prefers.keyNode.range,
        message: `Without \`supports1m\` this has no effect: \`${name}\` starts with its standard context.`,
        fixes: [
          {
            title: 'Set `supports1m` too, if the model has a 1M context',
            edits: [node ? edit.replace(node, true) : edit.add(entry, 'supports1m', true)],
          },
          { title: 'Remove `prefer1m`', edits: [edit.remove(prefers)] },
        ],
      };
    }
  },
};
