import { nearest } from '../../../base/suggest.ts';
import { oauthFields, variantOf } from '../../../policy/managedServers.ts';
import { child, propertiesOf, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** What an `oauth` object may hold without a client; `scopes` is the old name of `scope`, of which another rule speaks. */
const free = ['scope', 'scopes', 'appendOfflineAccess', 'additionalRedirectReferrerHosts'];

/** Sources: the app's own validator; https://claude.com/docs/cowork/changelog (1.24012.0). */
export const oauthWithoutClient: EntryRule = {
  id: 'policy/oauth-without-client',
  severity: 'error',
  *check(entry, { edit }) {
    const oauth = child(entry, 'oauth');
    if (oauth?.type !== 'object' || variantOf(entry) !== 'remote') return;
    const client = child(oauth, 'clientId');
    // Of a client of a wrong type the schema tells.
    if (property(oauth, 'mode') || (client && client.type !== 'null' && stringOf(client) !== '')) return;
    const others = propertiesOf(oauth).filter(({ key }) => !free.includes(key));
    const slip = others.find(({ key }) => key !== 'clientId' && nearest(key, ['clientId', ...free]) !== undefined);
    const first = slip ?? others[0];
    if (!first) return;
    const meant = slip && nearest(slip.key, ['clientId', ...free]);
    yield {
      range: first.keyNode.range,
      message: messageOf(first.key, meant),
      fate: 'dropped',
      ...(slip &&
        meant && {
          fixes: [{ title: `Rename to \`${meant}\``, edits: [edit.renameKey(slip, meant)], inFixAll: true }],
        }),
    };
  },
};

function messageOf(key: string, meant: string | undefined): string {
  if (key === 'clientId') return 'The `clientId` is empty.';
  const rest = '`oauth` may say `scope` and `appendOfflineAccess` and little else.';
  if (!meant && oauthFields.includes(key)) return `\`${key}\` needs a \`clientId\`: without one, ${rest}`;
  const what = meant ? `\`${key}\` is not read; is \`${meant}\` meant?` : `\`${key}\` is not known.`;
  return `${what} Without a \`clientId\`, ${rest}`;
}
