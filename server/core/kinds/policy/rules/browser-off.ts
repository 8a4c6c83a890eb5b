import type { Rule } from '../../../model.ts';
import { booleanAt, setAt } from '../../../policy/readValue.ts';
import { property } from '../../../syntax/node.ts';

const keys = ['builtinBrowserDefaultDomainPolicy', 'builtinBrowserAllowedDomains', 'builtinBrowserBlockedDomains'];

/** The browser is off by default, and these keys only affect the browser. */
export const browserOff: Rule = {
  id: 'policy/browser-off',
  severity: 'hint',
  source: ['desktop/configuration'],
  certainty: 'reading',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    const isServedElsewhere = setAt(root, 'bootstrapUrl') !== undefined;
    if (root?.type !== 'object' || booleanAt(root, 'builtinBrowserEnabled') === true || isServedElsewhere) return;
    const found = keys.flatMap((key) => property(root, key) ?? [])[0];
    if (!found) return;
    const isSet = property(root, 'builtinBrowserEnabled') !== undefined;
    yield {
      range: found.keyNode.range,
      message: 'The built-in browser is off unless `builtinBrowserEnabled` is true, so this has no effect.',
      ...(!isSet && {
        fixes: [{ title: 'Enable the browser', edits: [edit.add(root, 'builtinBrowserEnabled', true)] }],
      }),
    };
  },
};
