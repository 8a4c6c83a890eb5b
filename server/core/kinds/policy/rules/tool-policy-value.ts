import { meantPermission, permissionWords } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Source: the app's own validator: values are compared exactly, and one bad value drops the entry. */
export const toolPolicyValue: EntryRule = {
  id: 'policy/tool-policy-value',
  severity: 'error',
  *check(entry, { edit }): Generator<EntryProblem> {
    for (const { valueNode } of propertiesOf(child(entry, 'toolPolicy'))) {
      if (!valueNode) continue;
      const word = stringOf(valueNode);
      if (permissionWords.some((known) => known === word) || isPlaceholder(word ?? '')) continue;
      const isOld = word === 'ask-session';
      const meant = word === undefined ? undefined : meantPermission(word);
      yield {
        range: valueNode.range,
        message: isOld
          ? '`ask-session` is `ask` now.'
          : 'A tool policy is `allow`, `ask` or `blocked`; one other value spoils the whole entry.',
        fate: isOld ? 'old-form' : 'dropped',
        ...(meant && {
          fixes: [
            { title: `Change to \`${meant}\``, edits: [edit.replace(valueNode, meant)], inFixAll: meant !== 'allow' },
          ],
        }),
      };
    }
  },
};
