import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { flawsOf } from '../../../policy/entry/flaw.ts';
import { explained, managedKey } from '../entryRule.ts';

export const serverNotAnObject: Rule = {
  id: 'policy/server-not-an-object',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check(context): Generator<Problem> {
    const key = managedKey(context);
    for (const { node, flaws } of key.entries) {
      for (const flaw of flawsOf(flaws, 'not-an-object'))
        yield explained({ range: node.range, flaw }, node, key, context.target);
    }
  },
};
