import type { Fix } from '../../../base/text.ts';
import type { Editor } from '../../../model.ts';
import { child, type ObjectNode, type PropertyNode, property, stringOf } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Keys are names in which only `*` is special. The validator silently accepts any key. */
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

/**
 * Whether a key contains characters that no tool name has. Names may contain a dot (`browser.*`), so `.*` counts only at the
 * start and after a separator.
 */
const isExpression = (key: string): boolean => /[\^$|[\](){}\\+?]/.test(key) || /(^|[_-])\.\*/.test(key);

/** Returns the keys that match the same tools, if there is an exact equivalent. */
function asWildcards(key: string): string[] | undefined {
  const inner = /^\^?\(([^()]*)\)\$?$/.exec(key)?.[1];
  const isAnchored = key.startsWith('^') && key.endsWith('$');
  if (inner !== undefined && (isAnchored || !/[\^$]/.test(key))) return alternatives(inner);
  if (key.includes('|')) return alternatives(key);
  const start = key.startsWith('^') ? '' : '*';
  const end = key.endsWith('$') ? '' : '*';
  const body = key.replace(/^\^/, '').replace(/\$$/, '');
  // An unanchored expression matches inside a name; without anchors, the whole name is probably intended, as in wildcards.
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
  // Several lines inserted at one place would collide; more than two must be written by hand.
  if (value === undefined || known || more.length > 1) return {};
  const edits = [edit.renameKey(line, first), ...more.map((key) => edit.add(policy, key, value))];
  const fixes: Fix[] = [{ title: `Change to \`${[first, ...more].join('` and `')}\``, edits }];
  return { fixes };
}
