import { deprecationCutoff, isAfter } from '../../../base/dates.ts';
import type { Fix, Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { meantPermission } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, propertiesOf, property, stringOf } from '../../../syntax/node.ts';

/** Since 1.40609.0 an unknown value is read as `ask`. */
export const builtinToolPolicyValue: Rule = {
  id: 'policy/builtin-tool-policy-value',
  severity: 'error',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'works-differently',
  scope: 'document',
  *check({ root, edit, target }): Generator<Problem> {
    for (const rule of propertiesOf(child(root, 'builtinToolPolicy'))) {
      const { key, valueNode } = rule;
      const word = stringOf(valueNode);
      if (!valueNode || word === 'allow' || word === 'ask' || isPlaceholder(word ?? '')) continue;
      const meant = word === undefined ? undefined : meantPermission(word);
      const isBlock = meant === 'blocked' && !key.includes('(');
      const fixes: Fix[] = [];
      if (isBlock) {
        const list = property(root, 'disabledBuiltinTools')?.valueNode;
        const known = list?.type === 'array' ? list.items.map(stringOf).filter((name) => name !== undefined) : [];
        const remove = edit.remove(rule);
        const add =
          list?.type === 'array'
            ? edit.replace(list, [...new Set([...known, key])])
            : root?.type === 'object' && edit.add(root, 'disabledBuiltinTools', [key], true);
        if (add) fixes.push({ title: `Move \`${key}\` to \`disabledBuiltinTools\``, edits: [add, remove] });
      } else if (meant && meant !== 'blocked') {
        fixes.push({ title: `Change to \`${meant}\``, edits: [edit.replace(valueNode, meant)] });
      }
      if (word === 'ask-session') {
        const message = isAfter(target.date, deprecationCutoff)
          ? '`ask-session` is now `ask`. Since 2026-10-07 the app reads it as `ask`, like any unknown value.'
          : '`ask-session` is now `ask` and works the same. From 2026-10-07 on, the app no longer knows the old value.';
        const fix: Fix = { title: 'Change to `ask`', edits: [edit.replace(valueNode, 'ask')], inFixAll: true };
        yield { range: valueNode.range, message, severity: 'warning', fixes: [fix] };
        continue;
      }
      yield {
        range: valueNode.range,
        message: isBlock
          ? `This value does not block \`${key}\`: the app reads it as \`ask\`, and apps before 1.40609.0 ignore it. Name the tool in \`disabledBuiltinTools\`.`
          : 'Expected `allow` or `ask`. The app reads any other value as `ask`; apps before 1.40609.0 ignore it.',
        ...(fixes.length > 0 && { fixes }),
      };
    }
  },
};
