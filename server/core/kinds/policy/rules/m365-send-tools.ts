import { isIrreversible } from '../../../policy/connectorTools.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const m365SendTools: EntryRule = {
  id: 'policy/m365-send-tools',
  severity: 'info',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'no-effect',
  *check(entry, { edit }): Generator<EntryProblem> {
    if (variantOf(entry) !== 'microsoft365') return;
    for (const { key, valueNode } of propertiesOf(child(entry, 'toolPolicy'))) {
      if (!valueNode || stringOf(valueNode) !== 'allow' || !isIrreversible('microsoft365', key)) continue;
      yield {
        range: valueNode.range,
        message: `\`${key}\` sends in the user’s name, so it always asks: \`allow\` does not suppress the prompt.`,
        fixes: [{ title: 'Change to `ask`, the actual behaviour', edits: [edit.replace(valueNode, 'ask')] }],
      };
    }
  },
};
