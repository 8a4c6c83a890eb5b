import { deprecationCutoff, isAfter } from '../../../dates.ts';
import type { Rule } from '../../../model.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { Problem } from '../../../text.ts';
import { managedServers, meantPermission, nameOfServer, permissionWords } from '../managed.ts';

/** Source: the app's own validator: values are compared exactly, and one bad value drops the entry. */
export const toolPolicyValue: Rule = {
  id: 'policy/tool-policy-value',
  severity: 'error',
  scope: 'document',
  *check({ root, edit, target }): Generator<Problem> {
    for (const entry of managedServers(root)) {
      for (const { valueNode } of propertiesOf(child(entry, 'toolPolicy'))) {
        if (!valueNode) continue;
        const word = stringOf(valueNode);
        if (permissionWords.some((known) => known === word)) continue;
        // Until the cut-off this word was read as `ask`.
        if (word === 'ask-session' && !isAfter(target.date, deprecationCutoff)) continue;
        const meant = word === undefined ? undefined : meantPermission(word);
        yield {
          range: valueNode.range,
          message: `A tool policy is \`allow\`, \`ask\` or \`blocked\`. ${nameOfServer(entry)} is dropped as a whole because of this value.`,
          ...(meant && {
            fixes: [
              { title: `Change to \`${meant}\``, edits: [edit.replace(valueNode, meant)], inFixAll: meant !== 'allow' },
            ],
          }),
        };
      }
    }
  },
};
