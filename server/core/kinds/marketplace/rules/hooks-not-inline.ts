import type { Rule } from '../../../model.ts';
import { property } from '../../../syntax/node.ts';
import { entriesOf } from '../entries.ts';

/** The validator does not check it. */
export const hooksNotInline: Rule = {
  id: 'marketplace/hooks-not-inline',
  severity: 'warning',
  source: ['code/marketplace-reference'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root }) {
    for (const { node } of entriesOf(root)) {
      const hooks = property(node, 'hooks')?.valueNode;
      if (hooks?.type !== 'string' && hooks?.type !== 'array') continue;
      yield {
        range: hooks.range,
        message:
          'In a marketplace, `hooks` must be an object of events. A path or a list is not supported: these hooks never run. Put them in the plugin’s `hooks/hooks.json`.',
      };
    }
  },
};
