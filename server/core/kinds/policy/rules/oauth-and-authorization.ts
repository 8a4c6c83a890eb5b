import { asksToSignIn } from '../../../policy/entry/signIn.ts';
import { nameOfServer } from '../../../policy/managedServers.ts';
import { child, propertiesOf, property } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

export const oauthAndAuthorization: EntryRule = {
  id: 'policy/oauth-and-authorization',
  severity: 'warning',
  source: ['desktop/extensions'],
  certainty: 'documented',
  impact: 'no-effect',
  *check(entry, { edit }) {
    const oauth = property(entry, 'oauth');
    if (!oauth || !asksToSignIn(oauth.valueNode)) return;
    const headers = property(entry, 'headers');
    const header = propertiesOf(headers?.valueNode).find(({ key }) => key.toLowerCase() === 'authorization');
    if (!header || !headers) return;
    const alone = propertiesOf(child(entry, 'headers')).length === 1;
    // The file does not show which one is intended, so neither fix is in fix-all.
    yield {
      range: header.keyNode.range,
      message: `${nameOfServer(entry)} signs in with \`oauth\`, so the app ignores this header. Remove one of the two.`,
      fixes: [
        { title: 'Remove the `Authorization` header', edits: [edit.remove(alone ? headers : header)] },
        { title: 'Remove `oauth` and keep the header', edits: [edit.remove(oauth)] },
      ],
    };
  },
};
