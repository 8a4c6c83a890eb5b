import type { Fix } from '../../../base/text.ts';
import type { Editor } from '../../../model.ts';
import { child, type ObjectNode, type PropertyNode, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Keys are names, with `*` as the only sign. The validator takes any key silently. */
export const toolPolicyKey: EntryRule = {
  id: 'policy/tool-policy-key',
  severity: 'warning',
  source: ['desktop/configuration', 'app-validator'],
  certainty: 'documented',
  impact: 'restriction-lost',
  *check(entry, { edit }): Generator<EntryProblem> {
    const policy = child(entry, 'toolPolicy');
    if (policy?.type !== 'object') return;
    for (const line of policy.properties) {
      const { key } = line;
      if (key.trim() === '') {
        yield {
          range: line.keyNode.range,
          message: 'No tool has an empty name, so this entry has no effect. Use `*` for every tool.',
          fixes: [{ title: 'Remove the line', edits: [edit.remove(line)] }],
        };
      } else if (isExpression(key)) {
        const wild = asWildcards(key);
        yield {
          range: line.keyNode.range,
          message: `This looks like a regular expression. Every character except \`*\` is literal here, so it matches no tool.${wild ? ` Did you mean \`${wild.join('` and `')}\`?` : ''}`,
          ...(wild && fixOf(policy, line, wild, edit)),
        };
      }
    }
  },
};

/** Signs that no tool's name holds. A dot may stand in one (`browser.*`): `.*` counts at the start and behind a joint alone. */
const isExpression = (key: string): boolean => /[\^$|[\](){}\\+?]/.test(key) || /(^|[_-])\.\*/.test(key);

/** The keys that match the same tools, where that can be said exactly. */
function asWildcards(key: string): string[] | undefined {
  const inner = /^\^?\(([^()]*)\)\$?$/.exec(key)?.[1];
  const isAnchored = key.startsWith('^') && key.endsWith('$');
  if (inner !== undefined && (isAnchored || !/[\^$]/.test(key))) return alternatives(inner);
  if (key.includes('|')) return alternatives(key);
  const start = key.startsWith('^') ? '' : '*';
  const end = key.endsWith('$') ? '' : '*';
  const body = key.replace(/^\^/, '').replace(/\$$/, '');
  // Without an anchor an expression matches inside a name; whoever writes none means the whole, as here.
  const isBare = start !== '' && end !== '';
  const name = wildcard(body);
  return name === undefined ? undefined : [(isBare ? name : `${start}${name}${end}`).replace(/\*+/g, '*')];
}

function alternatives(text: string): string[] | undefined {
  const names = text.split('|').map(wildcard);
  return names.every((name) => name !== undefined) ? [...new Set(names)] : undefined;
}

function wildcard(expression: string): string | undefined {
  const name = expression.replaceAll('.*', '*').replaceAll('\\.', '.');
  return /^[\w*.-]+$/.test(name) ? name : undefined;
}

function fixOf(policy: ObjectNode, line: PropertyNode, [first = '', ...more]: readonly string[], edit: Editor) {
  const value = stringOf(line.valueNode);
  const known = [first, ...more].some((key) => property(policy, key));
  // Several lines put in at one place would meet; whoever needs more than two writes them.
  if (value === undefined || known || more.length > 1) return {};
  const edits = [edit.renameKey(line, first), ...more.map((key) => edit.add(policy, key, value))];
  const fixes: Fix[] = [{ title: `Change to \`${[first, ...more].join('` and `')}\``, edits }];
  return { fixes };
}
