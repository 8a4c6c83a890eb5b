import { fieldsOfVariant, slipOf, transports } from '../../../policy/managedServers.ts';
import { child, type ObjectNode, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

const fields = [...new Set([...fieldsOfVariant.remote, ...fieldsOfVariant.stdio])];

/** Source: https://claude.com/docs/third-party/claude-desktop/configuration-changelog; `type` is ignored without a word, says the app's own validator. */
export const missingTransport: EntryRule = {
  id: 'policy/missing-transport',
  severity: 'error',
  *check(entry, { edit, isCutOff }) {
    if (property(entry, 'transport') || property(entry, 'server')) return;
    // An entry that can be neither is dropped for want of an address: that is the one thing to say.
    if (!child(entry, 'url') && !child(entry, 'command')) return;
    const said = property(entry, 'type') ?? slipOf(entry, 'transport', fields);
    const transport = meantTransport(entry, stringOf(said?.valueNode));
    const what = said
      ? `Managed servers say \`transport\`; \`${said.key}\` is not read here.`
      : 'A managed server says its `transport`.';
    const needsCommand = !child(entry, 'url');
    const meanwhile = needsCommand
      ? ' Without it the app takes http and finds no url.'
      : ' Without it the app takes http.';
    const edits = said
      ? [
          edit.renameKey(said, 'transport'),
          ...(stringOf(said.valueNode) === transport || !said.valueNode
            ? []
            : [edit.replace(said.valueNode, transport)]),
        ]
      : [edit.add(entry, 'transport', transport)];
    const title = said ? 'Rename to `transport`' : `Add \`transport\`: ${transport}`;
    yield {
      range: (said?.keyNode ?? child(entry, 'name') ?? entry).range,
      message: `${what}${isCutOff ? '' : meanwhile}`,
      fate: needsCommand && !isCutOff ? 'dropped' : 'old-form',
      fixes: [{ title, edits, inFixAll: true }],
    };
  },
};

function meantTransport(entry: ObjectNode, said: string | undefined): string {
  const known = transports.find((name) => name === said);
  if (known) return known;
  const url = stringOf(child(entry, 'url'));
  if (url === undefined) return 'stdio';
  return /\/sse\/?$/.test(url) ? 'sse' : 'http';
}
