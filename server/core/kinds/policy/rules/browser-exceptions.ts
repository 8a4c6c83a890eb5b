import type { Fix, Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { isSite } from '../../../policy/hostPatterns.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';

/** Allowed sites are exceptions if the default is to block, blocked ones if it is to allow. */
export const browserExceptions: Rule = {
  id: 'policy/browser-exceptions',
  severity: 'info',
  source: ['desktop/browser'],
  certainty: 'documented',
  impact: 'restriction-lost',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    // If the browser is off, another rule reports that these keys have no effect.
    if (root?.type !== 'object' || booleanAt(root, 'builtinBrowserEnabled') !== true) return;
    const policy = setAt(root, 'builtinBrowserDefaultDomainPolicy');
    const word = policy ? stringOf(policy.valueNode) : 'allow';
    const hasSites = (key: string): boolean => itemsOf(child(root, key)).some((item) => isSite(stringOf(item) ?? ''));
    const [allowed, blocked] = [
      setAt(root, 'builtinBrowserAllowedDomains'),
      setAt(root, 'builtinBrowserBlockedDomains'),
    ];
    // Whether allowed sites restrict anything when there are blocked sites too is unknown.
    if (allowed && word === 'allow' && hasSites(allowed.key) && itemsOf(blocked?.valueNode).length === 0) {
      const value = policy?.valueNode;
      const edits = value
        ? [edit.replace(value, 'block')]
        : [edit.add(root, 'builtinBrowserDefaultDomainPolicy', 'block')];
      const fixes: Fix[] = [{ title: 'Block all other sites', edits }];
      yield {
        range: allowed.keyNode.range,
        severity: 'warning',
        message:
          'Every site is allowed unless `builtinBrowserDefaultDomainPolicy` is `block`, so this list has no effect. Set it to `block`, or remove the list.',
        fixes,
      };
    }
    if (blocked && word === 'block' && hasSites(blocked.key) && itemsOf(allowed?.valueNode).length === 0) {
      yield {
        range: blocked.keyNode.range,
        message: '`builtinBrowserDefaultDomainPolicy` already blocks every site, so this list has no effect.',
        fixes: [{ title: 'Remove the list', edits: [edit.remove(blocked)] }],
      };
    }
  },
};
