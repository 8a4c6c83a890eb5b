import type { Rule } from '../../../model.ts';
import { isHostEntry, isHostTemplate } from '../../../policy/hostPatterns.ts';
import { child, itemsOf, stringOf } from '../../../syntax/node.ts';
import { hostFindings } from '../hostFindings.ts';

/** The grammar is that of the app's own validator. */
export const egressHost: Rule = {
  id: 'policy/egress-host',
  severity: 'error',
  source: ['desktop/configuration', 'app-validator'],
  certainty: 'documented',
  impact: 'no-effect',
  scope: 'document',
  *check({ root, edit }) {
    const list = child(root, 'coworkEgressAllowedHosts');
    const items = itemsOf(list);
    const isKept = (entry: string): boolean => isHostEntry(entry) || isHostTemplate(entry);
    const isLost = !items.some((item) => isKept(stringOf(item) ?? ''));
    const consequence = isLost
      ? 'The entry is dropped. No valid entry remains, so the whole key is unreadable.'
      : 'The entry is dropped, so the host is not reachable.';
    yield* hostFindings(list, edit, consequence);
  },
};
