import type { Problem } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule } from '../../../model.ts';
import { argumentRules, readBuiltinRule } from '../../../policy/builtinRuleForm.ts';
import { readDisabledTools } from '../../../policy/disabledTools.ts';
import { booleanAt } from '../../../policy/readValue.ts';
import { tabKeys } from '../../../policy/tabs.ts';
import { child, propertiesOf, stringOf } from '../../../syntax/node.ts';

/** Cowork looks at bare names only, unless all its tools run in the virtual machine. Source: the app’s own help text. */
export const callsNotInCowork: Rule = {
  id: 'policy/calls-not-in-cowork',
  severity: 'hint',
  source: ['third-party'],
  certainty: 'third-party',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, target, edit }): Generator<Problem> {
    // Older apps drop such a rule everywhere, which another rule reports.
    if (!atLeast(target.minimumVersion, argumentRules)) return;
    if (booleanAt(root, 'requireCoworkFullVmSandbox') === true || booleanAt(root, tabKeys.cowork) === false) return;
    const policy = child(root, 'builtinToolPolicy');
    if (policy?.type !== 'object') return;
    const rules = propertiesOf(policy).map((property) => ({ property, rule: readBuiltinRule(property.key) }));
    const covered = new Set(readDisabledTools(child(root, 'disabledBuiltinTools')).tools.map(({ name }) => name));
    for (const { rule } of rules) if (rule.is === 'tool') covered.add(rule.tool);
    for (const { property, rule } of rules) {
      if (rule.is !== 'calls' || covered.has(rule.tool) || stringOf(property.valueNode) !== 'ask') continue;
      // One message for each tool.
      covered.add(rule.tool);
      yield {
        range: property.keyNode.range,
        message: `In Cowork only bare names count, so no call of \`${rule.tool}\` asks there. Add \`"${rule.tool}": "ask"\`, or set \`requireCoworkFullVmSandbox\`.`,
        fixes: [{ title: `Let every call of ${rule.tool} ask`, edits: [edit.add(policy, rule.tool, 'ask')] }],
      };
    }
  },
};
