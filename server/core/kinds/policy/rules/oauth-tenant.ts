import { flawsOf } from '../../../policy/entry/flaw.ts';
import { domainAdvice } from '../../../policy/entry/identifiers.ts';
import { child, property } from '../../../syntax/node.ts';
import type { EntryProblem, EntryRule } from '../entryRule.ts';

const advice = {
  tenant: domainAdvice,
  'oauth-broker-without-tenant': 'It signs in to one tenant.',
  'oauth-tenant-without-scope': 'The scope says what the sign-in is for.',
} as const;

export const oauthTenant: EntryRule = {
  id: 'policy/oauth-tenant',
  severity: 'error',
  source: ['app-validator', 'cowork/changelog'],
  certainty: 'validator',
  impact: 'does-not-load',
  *check(entry, { flaws }): Generator<EntryProblem> {
    const key = property(child(entry, 'oauth'), 'tenantId')?.keyNode;
    for (const flaw of flawsOf(flaws, 'tenant', 'oauth-broker-without-tenant', 'oauth-tenant-without-scope')) {
      // The tenant of a built-in server is reported by `policy/built-in-value`.
      if (flaw.code === 'tenant' && flaw.field !== 'oauth.tenantId') continue;
      const at = flaw.code === 'oauth-tenant-without-scope' ? (key ?? flaw.node) : flaw.node;
      yield { range: at.range, flaw, advice: advice[flaw.code] };
    }
  },
};
