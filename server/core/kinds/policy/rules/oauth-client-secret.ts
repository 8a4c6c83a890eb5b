import { flawsOf } from '../../../policy/entry/flaw.ts';
import { child, property } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

export const oauthClientSecret: EntryRule = {
  id: 'policy/oauth-client-secret',
  severity: 'error',
  source: ['app-validator'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { flaws }): Generator<EntryProblem> {
    for (const flaw of flawsOf(flaws, 'oauth-secret-without-server')) {
      const secret = property(child(entry, 'oauth'), flaw.field.replace('oauth.', ''));
      yield {
        range: (secret?.keyNode ?? flaw.node).range,
        flaw,
        advice: 'The secret is sent only there.',
      };
    }
  },
};
