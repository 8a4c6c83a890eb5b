import type { Problem } from '../../../base/text.ts';
import { atLeast } from '../../../base/version.ts';
import type { Rule, RuleContext } from '../../../model.ts';
import { argumentRules, readBuiltinRule } from '../../../policy/builtinRuleForm.ts';
import { policyKeys } from '../../../policy/catalogue.ts';
import { newerValues } from '../../../policy/newerValues.ts';
import { listFormSince } from '../../../policy/orgPluginSettings.ts';
import { setAt } from '../../../policy/readValue.ts';
import { restricts } from '../../../policy/restrictions.ts';
import { foreignKeys, tooNew } from '../../../policy/standing.ts';
import { child, itemsOf, type PropertyNode, propertiesOf, property, stringOf } from '../../../syntax/node.ts';

const portsInShell = '1.32352.0';

export const newerThanFleet: Rule = {
  id: 'policy/newer-than-fleet',
  severity: 'info',
  source: ['desktop/configuration-changelog', 'desktop/configuration'],
  certainty: 'documented',
  impact: 'restriction-lost',
  scope: 'document',
  *check(context): Generator<Problem> {
    const { root, target } = context;
    // Another rule reports this way to sign in, at the value that selects it.
    const told = stringOf(child(root, 'inferenceCredentialKind')) === 'external-idp' ? /^inferenceIdp/ : /^$/;
    const foreign = new Set([...foreignKeys(root)].map(({ property }) => property.key));
    for (const { key, keyNode, valueNode } of propertiesOf(root)) {
      const since = tooNew(key, target);
      if (since === undefined || told.test(key) || foreign.has(key) || !setAt(root, key)) continue;
      const isLost = restricts(root, key, valueNode);
      const isDoubtful = policyKeys.get(key)?.certainty === 'third-party';
      yield {
        range: keyNode.range,
        message: `\`${key}\` needs ${since}, your minimum is ${target.minimumVersion}: older apps ignore it${isLost ? ', and what it forbids stays allowed there' : ''}.`,
        ...(isDoubtful ? { severity: 'hint' } : isLost && { severity: 'warning' }),
      };
    }
    yield* newerRules(context);
    yield* newerPorts(context);
    yield* newerForm(context);
    yield* newerValues(root, target, (key) => foreign.has(key) || tooNew(key, target) !== undefined);
  },
};

const knownKey = ({ root, target }: RuleContext, key: string, since: string): PropertyNode | undefined =>
  atLeast(target.minimumVersion, since) || tooNew(key, target) ? undefined : setAt(root, key);

/** Reports rules for some arguments of a built-in tool: `Bash(git *)`. */
function* newerRules(context: RuleContext): Generator<Problem> {
  const policy = knownKey(context, 'builtinToolPolicy', argumentRules)?.valueNode;
  for (const rule of propertiesOf(policy)) {
    const read = readBuiltinRule(rule.key);
    // Rules that every app drops are reported by `policy/unknown-builtin-tool` and `policy/builtin-tool-rule`.
    if (read.is !== 'calls' && !(read.is === 'tool' && read.hasArgument)) continue;
    const bare = read.tool;
    const start = `Rules with arguments need ${argumentRules}, your minimum is ${context.target.minimumVersion}: older apps drop this one`;
    if (stringOf(rule.valueNode) === 'allow') {
      yield { range: rule.keyNode.range, message: `${start}.` };
      continue;
    }
    const isAlone =
      !property(policy, bare) && propertiesOf(policy).filter((p) => p.key.startsWith(`${bare}(`)).length === 1;
    yield {
      range: rule.keyNode.range,
      severity: 'warning',
      message: `${start} and run the tool without a prompt. Name only the tool: \`${bare}\`.`,
      ...(isAlone && { fixes: [{ title: `Change to \`${bare}\``, edits: [context.edit.renameKey(rule, bare)] }] }),
    };
  }
}

/** Reports hosts with a port. */
function* newerPorts(context: RuleContext): Generator<Problem> {
  for (const item of itemsOf(knownKey(context, 'coworkEgressAllowedHosts', portsInShell)?.valueNode)) {
    const host = /^([^\s/:]+):\d+$/.exec(stringOf(item) ?? '')?.[1];
    if (host === undefined) continue;
    yield {
      range: item.range,
      severity: 'warning',
      message: `A port needs ${portsInShell}, your minimum is ${context.target.minimumVersion}: older apps reject the whole list for the shell because of it.`,
      fixes: [{ title: `Change to \`${host}\``, edits: [context.edit.replace(item, host)] }],
    };
  }
}

/** Reports the list form of locks on plugin tools. */
function* newerForm(context: RuleContext): Generator<Problem> {
  const settings = knownKey(context, 'orgPluginSettings', listFormSince);
  if (settings?.valueNode?.type !== 'array' || settings.valueNode.items.length === 0) return;
  yield {
    range: settings.keyNode.range,
    severity: 'warning',
    message: `The list form of this key needs ${listFormSince}, your minimum is ${context.target.minimumVersion}: older apps ignore it and lock no tool.`,
  };
}
