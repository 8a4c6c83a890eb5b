import type { Severity } from '../../../base/text.ts';
import type { Rule } from '../../../model.ts';
import { listed, missingOf } from '../../../policy/providers.ts';
import { textAt } from '../../../policy/readValue.ts';
import { child, type Node, property } from '../../../syntax/node.ts';

const keys = ['bootstrapOidc', 'inferenceIdpOidc', 'inferenceGatewayOidc', 'inferenceVertexWorkforceOidc'];

export const oidcIncomplete: Rule = {
  id: 'policy/oidc-incomplete',
  severity: 'warning',
  source: ['desktop/configuration', 'desktop/bootstrap'],
  certainty: 'documented',
  impact: 'fails',
  scope: 'document',
  *check({ root }) {
    for (const key of keys) {
      const found = property(root, key);
      const value = found?.valueNode;
      if (!found || value?.type !== 'object') continue;
      const lacks = [...(missingOf(value, ['clientId']).length > 0 ? ['`clientId`'] : []), ...addresses(value)];
      const needsScopes =
        textAt(value, 'bearerTokenType') === 'access_token' && missingOf(value, ['scopes']).length > 0;
      if (needsScopes) lacks.push('`scopes`, because it sends the `access_token`');
      // The reference does not call it required, but requests without it were seen to fail.
      const onlyHint = lacks.length === 0 && key === 'bootstrapOidc' && !child(value, 'scopes');
      if (onlyHint) lacks.push('`scopes` in practice');
      if (lacks.length === 0) continue;
      const severity: Severity = onlyHint ? 'hint' : 'warning';
      yield {
        range: found.keyNode.range,
        severity,
        message: `Sign-in with \`${key}\` also needs ${lacks.join(' and ')}. ${onlyHint ? 'Without it, the identity provider may reject the sign-in.' : 'Without it, users cannot sign in.'}`,
      };
    }
  },
};

/** Returns the issuer, or both URLs instead of it. */
function addresses(value: Node): string[] {
  const missing = missingOf(value, ['authorizationUrl', 'tokenUrl']);
  if (missingOf(value, ['issuer']).length === 0 || missing.length === 0) return [];
  return missing.length === 1 ? [`${listed(missing)} (or only \`issuer\`)`] : ['`issuer`'];
}
