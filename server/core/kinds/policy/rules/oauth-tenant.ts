import { isGuid, isTenant, variantOf } from '../../../policy/managedServers.ts';
import { isPlaceholder } from '../../../policy/readValue.ts';
import { child, property, stringOf } from '../../../syntax/node.ts';
import type { EntryRule } from '../entryRule.ts';

/** Sources: the app's own validator; https://claude.com/docs/cowork/changelog for the scope. */
export const oauthTenant: EntryRule = {
  id: 'policy/oauth-tenant',
  severity: 'error',
  *check(entry) {
    const oauth = child(entry, 'oauth');
    const tenant = property(oauth, 'tenantId');
    const text = stringOf(tenant?.valueNode);
    // Without a client the whole object is refused: that is the one thing to say.
    if (!stringOf(child(oauth, 'clientId')) || variantOf(entry) !== 'remote') return;
    if (stringOf(child(oauth, 'mode')) === 'dcr') return;
    const flow = child(oauth, 'authFlow');
    if (tenant?.valueNode && text !== undefined && !isPlaceholder(text) && !isTenant(text)) {
      yield {
        range: tenant.valueNode.range,
        message:
          'A tenant is a GUID, `common`, `organizations` or `consumers`. Of a domain, take the GUID from the Entra admin center.',
        fate: 'dropped',
      };
      return;
    }
    if (stringOf(flow) === 'broker' && flow && !(text && (isGuid(text) || isPlaceholder(text)))) {
      yield {
        range: flow.range,
        message: 'The `broker` signs in to one tenant: `tenantId` must be its GUID.',
        fate: 'dropped',
      };
      return;
    }
    if (tenant && text && !property(oauth, 'scope') && !property(oauth, 'scopes')) {
      yield {
        range: tenant.keyNode.range,
        message: 'With a `tenantId`, `scope` must say what the sign-in is for.',
        fate: 'dropped',
      };
    }
  },
};
