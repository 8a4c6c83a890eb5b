import { flawsOf } from '../../../policy/entry/flaw.ts';
import { meantPermission } from '../../../policy/managedServers.ts';
import { stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Values are case-sensitive, and one bad value drops the entry. */
export const toolPolicyValue: EntryRule = {
  id: 'policy/tool-policy-value',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(_entry, { edit, flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'permission', 'ask-session')) {
      const value = flaw.node.type === 'property' ? flaw.node.valueNode : undefined;
      if (!value) continue;
      const word = stringOf(value);
      const meant = word === undefined ? undefined : meantPermission(word);
      yield {
        range: value.range,
        flaw,
        ...(flaw.code === 'permission' && { advice: 'One other value spoils the whole entry.' }),
        ...(meant && {
          fixes: [
            { title: `Change to \`${meant}\``, edits: [edit.replace(value, meant)], inFixAll: meant !== 'allow' },
          ],
        }),
      };
    }
  },
};
