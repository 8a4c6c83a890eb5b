import type { Fix, Problem } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Editor, Rule } from '../../../model.ts';
import { argumentRules, isNoneLeft, readBuiltinRule } from '../../../policy/builtinRuleForm.ts';
import { child, type PropertyNode, propertiesOf, stringOf } from '../../../syntax/node.ts';

/** Another source: https://claude.com/docs/third-party/claude-desktop/configuration. */
export const builtinToolRule: Rule = {
  id: 'policy/builtin-tool-rule',
  severity: 'warning',
  source: ['desktop/configuration', 'app-validator'],
  certainty: 'documented',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, edit, target }): Generator<Problem> {
    const rules = propertiesOf(child(root, 'builtinToolPolicy'));
    const isLost = isNoneLeft(rules);
    for (const rule of rules) {
      const { key, keyNode } = rule;
      const read = readBuiltinRule(key);
      if (read.is === 'malformed') {
        const fixes = [fixFor(rules, rule, read.flaw.meant, edit)];
        yield { range: keyNode.range, message: `${read.flaw.says} ${consequence(rule, rules, isLost)}`, fixes };
        // Older apps drop it, which `policy/newer-than-fleet` reports.
      } else if (read.is === 'tool' && read.hasArgument && atLeast(target.minimumVersion, argumentRules)) {
        const fixes = [fixFor(rules, rule, read.tool, edit)];
        yield { range: keyNode.range, message: `\`${key}\` is the same as \`${read.tool}\`.`, severity: 'info', fixes };
      }
    }
  },
};

function consequence({ key, valueNode }: PropertyNode, rules: readonly PropertyNode[], isLost: boolean): string {
  if (isLost) return 'The rule is dropped. No valid rule remains, so the whole key is unreadable.';
  const isDecided = rules.some((other) => key.startsWith(`${other.key}(`));
  return isDecided || stringOf(valueNode) === 'allow'
    ? 'The rule is dropped.'
    : 'The rule is dropped, and these calls run without a prompt.';
}

function fixFor(rules: readonly PropertyNode[], rule: PropertyNode, meant: string, edit: Editor): Fix {
  return rules.some(({ key }) => key === meant)
    ? { title: 'Remove the rule', edits: [edit.remove(rule)] }
    : { title: `Change to \`${meant}\``, edits: [edit.renameKey(rule, meant)] };
}
