import type { Rule } from '../../../model.ts';
import { keyFlawSentence } from '../../../policy/entry/flawSentences.ts';
import { child } from '../../../syntax/node.ts';
import { managedKey } from '../entryRule.ts';

/** Names are case-sensitive; an entry that is dropped for another reason does not count. */
export const duplicateServerName: Rule = {
  id: 'policy/duplicate-server-name',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  scope: 'document',
  *check(context) {
    for (const flaw of managedKey(context).flaws) {
      if (flaw.code !== 'duplicate-name') continue;
      const first = child(flaw.first.node, 'name') ?? flaw.first.node;
      yield {
        range: flaw.node.range,
        message: `${keyFlawSentence(flaw)} and no managed server runs. Give each its own name.`,
        related: [{ uri: context.document.uri, range: () => first.range, message: 'The first one' }],
      };
    }
  },
};
