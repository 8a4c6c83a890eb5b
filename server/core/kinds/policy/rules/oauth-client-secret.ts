import { variantOf } from '../../../policy/managedServers.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Source: the app's own validator. */
export const oauthClientSecret: EntryRule = {
  id: 'policy/oauth-client-secret',
  severity: 'error',
  *check(entry) {
    const oauth = child(entry, 'oauth');
    if (!stringOf(child(oauth, 'clientId')) || variantOf(entry) !== 'remote') return;
    const secret = property(oauth, 'clientSecret') ?? property(oauth, 'clientSecretHelper');
    // Where the mode asks for the same, it is told there.
    if (!secret || child(oauth, 'authorizationServer') || stringOf(child(oauth, 'mode')) === 'hosted') return;
    if (stringOf(child(oauth, 'mode')) === 'dcr') return;
    yield {
      range: secret.keyNode.range,
      message: 'A client with a secret names its `authorizationServer`, so that the secret goes nowhere else.',
      fate: 'dropped',
    };
  },
};
