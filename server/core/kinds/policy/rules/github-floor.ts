import { isIrreversible } from '../../../policy/connectorTools.ts';
import { variantOf } from '../../../policy/entry/variant.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** That some tools always ask is documented; which of GitHub’s they are is known from the app’s code. */
export const githubFloor: EntryRule = {
  id: 'policy/github-floor',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'no-effect',
  *check(entry, { edit }): Generator<EntryProblem> {
    if (variantOf(entry) !== 'github') return;
    for (const { key, valueNode } of propertiesOf(child(entry, 'toolPolicy'))) {
      if (!valueNode || stringOf(valueNode) !== 'allow' || !isIrreversible('github', key)) continue;
      yield {
        range: valueNode.range,
        message: `\`${key}\` cannot be undone, so it always asks: \`allow\` does not suppress the prompt.`,
        fixes: [{ title: 'Change to `ask`, the actual behaviour', edits: [edit.replace(valueNode, 'ask')] }],
      };
    }
  },
};
