import { deprecationCutoff, isAfter } from '../../../dates.ts';
import type { Rule } from '../../../model.ts';
import { child, type ObjectNode, propertiesOf, stringOf } from '../../../syntax/node.ts';
import { isLoopback, kindOfServer, managedServers, permissionWords } from '../managed.ts';

/** Source: the app's own validator. Names differ by exact case; an entry that is dropped for another reason does not count. */
export const duplicateServerName: Rule = {
  id: 'policy/duplicate-server-name',
  severity: 'error',
  scope: 'document',
  *check({ root, document, target }) {
    const first = new Map<string, ObjectNode>();
    for (const entry of managedServers(root)) {
      const name = child(entry, 'name');
      if (name?.type !== 'string' || isDropped(entry, isAfter(target.date, deprecationCutoff))) continue;
      const text = String(name.value);
      const earlier = child(first.get(text), 'name');
      if (!earlier) {
        first.set(text, entry);
        continue;
      }
      yield {
        range: name.range,
        message: `A second server is called \`${text}\`. The app then cannot read \`managedMcpServers\` at all: no managed server runs. Give each its own name.`,
        related: [{ uri: document.uri, range: () => earlier.range, message: 'The first one' }],
      };
    }
  },
};

/** The reasons for which the app drops an entry alone, as far as they can be seen in it. */
function isDropped(entry: ObjectNode, afterCutoff: boolean): boolean {
  const policies = propertiesOf(child(entry, 'toolPolicy'));
  if (policies.some(({ valueNode }) => !permissionWords.some((word) => word === stringOf(valueNode)))) return true;
  const kind = kindOfServer(entry);
  if (kind === 'built-in' || kind === 'policy-only') return false;
  if (!child(entry, 'transport') && afterCutoff) return true;
  if (kind === 'stdio') return !stringOf(child(entry, 'command'));
  const url = stringOf(child(entry, 'url'));
  const host = /^http:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url ?? '')?.[1];
  return !url || (host !== undefined && !isLoopback(host));
}
