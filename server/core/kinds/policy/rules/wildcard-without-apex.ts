import type { Problem } from '../../../base/text.ts';
import type { Editor, Rule } from '../../../model.ts';
import { isHostEntry } from '../../../policy/hostPatterns.ts';
import { child, itemsOf, type Node, stringOf, toValue } from '../../../syntax/node.ts';

const lists = ['coworkEgressAllowedHosts', 'builtinBrowserAllowedDomains', 'builtinBrowserBlockedDomains'];

/** Only the author knows whether the host itself is wanted. */
export const wildcardWithoutApex: Rule = {
  id: 'policy/wildcard-without-apex',
  severity: 'hint',
  source: ['desktop/configuration'],
  certainty: 'documented',
  impact: 'style',
  scope: 'document',
  *check({ root, edit }) {
    for (const key of lists) yield* missing(child(root, key), edit);
  },
};

function* missing(list: Node | undefined, edit: Editor): Generator<Problem> {
  const items = itemsOf(list);
  const entries = items.map((item) => withoutPort(stringOf(item) ?? ''));
  if (!list || entries.includes('*')) return;
  for (const [index, item] of items.entries()) {
    const entry = stringOf(item) ?? '';
    const apex = entry.slice(2);
    if (!entry.startsWith('*.') || !isHostEntry(entry)) continue;
    const host = withoutPort(apex);
    // A wider wildcard covers it as one of its own hosts.
    if (entries.some((other) => other === host || (other.startsWith('*.') && host.endsWith(other.slice(1))))) continue;
    const values = items.map(toValue);
    const added = [...values.slice(0, index), apex, ...values.slice(index)];
    yield {
      range: item.range,
      message: `\`${entry}\` covers the hosts below \`${apex}\`, not \`${apex}\` itself. Add it if needed.`,
      fixes: [{ title: `Add \`${apex}\``, edits: [edit.replace(list, added)] }],
    };
  }
}

const withoutPort = (entry: string): string => entry.toLowerCase().replace(/:\d+$/, '');
