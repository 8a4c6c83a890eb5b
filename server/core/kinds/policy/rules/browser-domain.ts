import type { Problem } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';
import { hostFindings } from '../hostFindings.ts';

export const browserDomain: Rule = {
  id: 'policy/browser-domain',
  severity: 'warning',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }): Generator<Problem> {
    for (const key of ['builtinBrowserAllowedDomains', 'builtinBrowserBlockedDomains']) {
      const list = child(root, key);
      yield* hostFindings(list, edit, 'As written, it matches no site.');
      const isAlone = itemsOf(list).every((item) => stringOf(item) === '*');
      for (const item of itemsOf(list)) {
        const entry = stringOf(item) ?? '';
        if (/^localhost(:\d+)?$/.test(entry)) {
          const message = 'This has no effect: local development servers are never blocked.';
          yield { range: item.range, message, severity: 'info' };
        } else if (entry === '*' && key === 'builtinBrowserAllowedDomains') {
          const lost = isAlone ? ' No valid entry remains, so the whole key is unreadable.' : '';
          const message = `\`*\` is dropped here. To allow every site, set \`builtinBrowserDefaultDomainPolicy\` to \`allow\`.${lost}`;
          yield { range: item.range, message };
        }
      }
    }
  },
};
