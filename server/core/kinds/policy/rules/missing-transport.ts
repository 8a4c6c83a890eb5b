import { deprecationCutoff, isAfter } from '../../../dates.ts';
import type { Rule } from '../../../model.ts';
import { child, type ObjectNode, property, stringOf } from '../../../syntax/node.ts';
import type { Fix } from '../../../text.ts';
import { managedServers, nameOfServer } from '../managed.ts';

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog; `type` is ignored without a word, says the app's validator. */
export const missingTransport: Rule = {
  id: 'policy/missing-transport',
  severity: 'error',
  scope: 'document',
  *check({ root, edit, target }) {
    const isCutOff = isAfter(target.date, deprecationCutoff);
    for (const entry of managedServers(root)) {
      if (property(entry, 'transport') || property(entry, 'server')) continue;
      // An entry that can be neither is dropped for want of an address: that is the one thing to say.
      if (!child(entry, 'url') && !child(entry, 'command')) continue;
      const type = property(entry, 'type');
      const transport = meantTransport(entry, stringOf(type?.valueNode));
      const what = type
        ? 'Managed servers say `transport`; `type` is not read here.'
        : 'A managed server says its `transport`.';
      const consequence = isCutOff
        ? `${nameOfServer(entry)} is dropped without it since 2026-10-07.`
        : 'Without it the app takes http, and from 2026-10-07 on drops the entry.';
      const edits = type
        ? [
            edit.renameKey(type, 'transport'),
            ...(stringOf(type.valueNode) === transport || !type.valueNode
              ? []
              : [edit.replace(type.valueNode, transport)]),
          ]
        : [edit.add(entry, 'transport', transport)];
      const title = type ? 'Rename to `transport`' : `Add \`"transport": "${transport}"\``;
      const fix: Fix = { title, edits, inFixAll: true };
      yield {
        range: (type?.keyNode ?? child(entry, 'name') ?? entry).range,
        message: `${what} ${consequence}`,
        ...(!isCutOff && { severity: 'warning' }),
        fixes: [fix],
      };
    }
  },
};

function meantTransport(entry: ObjectNode, type: string | undefined): string {
  if (type && ['http', 'sse', 'stdio', 'policy-only'].includes(type)) return type;
  const url = stringOf(child(entry, 'url'));
  if (url === undefined) return 'stdio';
  return /\/sse\/?$/.test(url) ? 'sse' : 'http';
}
