import { flawsOf } from '../../../policy/entry/flaw.ts';
import { child, property } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

/** Source: the app's own validator. */
export const oauthClientSecret: EntryRule = {
  id: 'policy/oauth-client-secret',
  severity: 'error',
  *check(entry, { flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'oauth-secret-without-server')) {
      const secret = property(child(entry, 'oauth'), flaw.field.replace('oauth.', ''));
      yield {
        range: (secret?.keyNode ?? flaw.node).range,
        message: 'A client with a secret names its `authorizationServer`, so that the secret goes nowhere else.',
        flaw,
      };
    }
  },
};
