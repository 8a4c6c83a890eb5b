import type { Rule } from '../../../model.ts';
import { child, itemsOf, stringOf, toValue } from '../../../syntax/node.ts';
import { isHostEntry } from '../hosts.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration; whether the host itself is wanted nobody but its author knows. */
export const wildcardWithoutApex: Rule = {
  id: 'policy/wildcard-without-apex',
  severity: 'hint',
  scope: 'document',
  *check({ root, edit }) {
    const list = child(root, 'coworkEgressAllowedHosts');
    const items = itemsOf(list);
    const entries = new Set(items.map((item) => stringOf(item)?.toLowerCase().replace(/:\d+$/, '')));
    if (!list || entries.has('*')) return;
    for (const [index, item] of items.entries()) {
      const entry = stringOf(item) ?? '';
      const apex = entry.slice(2);
      if (!entry.startsWith('*.') || !isHostEntry(entry) || entries.has(apex.toLowerCase().replace(/:\d+$/, '')))
        continue;
      const values = items.map(toValue);
      const added = [...values.slice(0, index), apex, ...values.slice(index)];
      yield {
        range: item.range,
        message: `\`${entry}\` reaches the hosts below \`${apex}\`, not \`${apex}\` itself. Add it if it is wanted too.`,
        fixes: [{ title: `Add \`${apex}\``, edits: [edit.replace(list, added)] }],
      };
    }
  },
};
